import { Injectable } from '@nestjs/common';
import { type Flow as FlowView, type FlowId, HubError } from '@switchboard/contracts';
import { type Caller, Clock, Database } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import { Changes } from '../core/changes.ts';
import { sha256 } from '../sessions/tokens.ts';
import { Flow } from './flow.entity.ts';

/** A flow lives this long, by the database's clock (O-3). */
export const flowMinutes = 10;
const mostPending = 30;

export interface FlowState {
  readonly flowId: string;
  readonly issuer: string | undefined;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly sealed: Buffer;
}

export interface NewFlowState extends FlowState {
  readonly state: string;
  readonly browserBinding: string;
}

/** Flows and the secrets that one callback takes away. */
@Injectable()
export class FlowStore {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly clock: Clock,
  ) {}

  /** @returns when it ends. */
  async begin(
    flow: Omit<
      Flow,
      'createdAt' | 'expiresAt' | 'status' | 'grantedFeatures' | 'missingFeatures' | 'errorCode' | 'errorMessage'
    >,
    secret: NewFlowState,
  ): Promise<Date> {
    return this.database.asService(async (manager) => {
      if (flow.memberId) await this.dropOldest(manager, flow.memberId);
      const expiresAt = (): string => `clock_timestamp() + make_interval(mins => ${flowMinutes})`;
      await manager.getRepository(Flow).insert({ ...flow, status: 'pending', expiresAt });
      const { expiresAt: end } = await manager.getRepository(Flow).findOneByOrFail({ id: flow.id });
      await manager.query(
        `INSERT INTO auth.flow_state (state_hash, flow_id, hub_id, member_id, provider, issuer, client_id, redirect_uri,
          browser_binding, sealed, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          sha256(secret.state),
          flow.id,
          flow.hubId,
          flow.memberId,
          flow.provider,
          secret.issuer ?? null,
          secret.clientId,
          secret.redirectUri,
          secret.browserBinding,
          secret.sealed,
          end,
        ],
      );
      return end;
    });
  }

  /**
   * Takes a flow away, once: of this provider, in this browser, for this person, in time (O-3, O-4).
   * @returns undefined for everything else, whichever it is.
   */
  async take(
    state: string,
    from: { provider: string; browserBinding: string | undefined; memberId: string | undefined },
  ): Promise<{ flow: Flow; secret: FlowState } | undefined> {
    return this.database.asService(async (manager) => {
      const [[row]] = (await manager.query(
        `DELETE FROM auth.flow_state WHERE state_hash = $1 AND provider = $2 AND browser_binding = $3
          AND (member_id IS NULL OR member_id = $4) AND expires_at > clock_timestamp()
          RETURNING flow_id, issuer, client_id, redirect_uri, sealed`,
        [sha256(state), from.provider, from.browserBinding ?? '', from.memberId ?? null],
      )) as [
        { flow_id: string; issuer: string | null; client_id: string; redirect_uri: string; sealed: Buffer }[],
        number,
      ];
      if (!row) return undefined;
      const flow = await manager.getRepository(Flow).findOneByOrFail({ id: row.flow_id });
      const { flow_id: flowId, issuer, client_id: clientId, redirect_uri: redirectUri, sealed } = row;
      return { flow, secret: { flowId, issuer: issuer ?? undefined, clientId, redirectUri, sealed } };
    });
  }

  async succeed(
    manager: EntityManager,
    flow: Flow,
    result: { memberId?: string; connectionId?: string; granted?: string[]; missing?: string[] },
    traceId: string,
  ): Promise<Flow> {
    return this.finish(
      manager,
      flow,
      {
        status: 'succeeded',
        memberId: result.memberId ?? flow.memberId,
        connectionId: result.connectionId ?? flow.connectionId,
        grantedFeatures: result.granted ?? null,
        missingFeatures: result.missing ?? null,
      },
      traceId,
    );
  }

  async fail(manager: EntityManager, flow: Flow, failure: HubError, traceId: string): Promise<Flow> {
    const { code, message, details } = failure;
    const { retryAfterSeconds: wait } = details;
    const errorMessage = wait === undefined ? message : `${message} Try again in ${inWords(wait)}.`;
    return this.finish(manager, flow, { status: 'failed', errorCode: code, errorMessage }, traceId);
  }

  /** @throws HubError `not_found` for a flow that is not the caller's. */
  async get(id: string, caller: Caller): Promise<FlowView> {
    const { hubId, memberId } = caller.claims;
    const flow = await this.database.forCaller(caller, (manager) =>
      manager.getRepository(Flow).findOneBy({ id, hubId, memberId }),
    );
    if (!flow) throw new HubError('not_found');
    return this.view(flow);
  }

  view(flow: Flow): FlowView {
    const expired = flow.status === 'pending' && flow.expiresAt.getTime() <= this.clock.now().getTime();
    return {
      id: flow.id as FlowId,
      purpose: flow.purpose,
      provider: flow.provider,
      status: expired ? 'expired' : flow.status,
      ...(flow.connectionId && { connectionId: flow.connectionId as FlowView['connectionId'] }),
      ...(flow.grantedFeatures && { grantedFeatures: flow.grantedFeatures }),
      ...(flow.missingFeatures && { missingFeatures: flow.missingFeatures }),
      ...(flow.errorCode && { error: { code: flow.errorCode, message: flow.errorMessage ?? '' } }),
      returnTo: flow.returnTo,
    };
  }

  private async finish(manager: EntityManager, flow: Flow, set: Partial<Flow>, traceId: string): Promise<Flow> {
    const { id, hubId } = flow;
    await manager.getRepository(Flow).update({ id, hubId }, set);
    const ended = { ...flow, ...set };
    await this.changes.flow(manager, ended, ended.status === 'succeeded', traceId);
    return ended;
  }

  private async dropOldest(manager: EntityManager, memberId: string): Promise<void> {
    await manager.query(
      `DELETE FROM auth.flow WHERE id IN (SELECT id FROM auth.flow WHERE member_id = $1 AND status = 'pending'
        ORDER BY created_at DESC OFFSET $2)`,
      [memberId, mostPending - 1],
    );
  }
}

const inWords = (seconds: number): string => {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
