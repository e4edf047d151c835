import { Inject, Injectable } from '@nestjs/common';
import { type completeFlow, HubError, type NewSession, type ReplyInput, type RequestOf } from '@switchboard/contracts';
import { EgressError } from '@switchboard/egress';
import { appendAudit, Database, LOG, type Log, type MaybeCaller } from '@switchboard/nest-kit';
import { callbackState, OAuthError, revokeGrant } from '@switchboard/oauth';
import type { OAuthContext } from '@switchboard/oauth';
import { arriving } from '../core/actors.ts';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { Hub } from '../core/hub.ts';
import { unanswered } from '../core/unanswered.ts';
import { PicturesService } from '../pictures/pictures.service.ts';
import type { Flow } from './flow.entity.ts';
import { FlowStore } from './flow-store.ts';
import type { Arrival } from './grant-intake.ts';
import { LandingService } from './landing.service.ts';
import { ReceivingService, type Taken } from './receiving.service.ts';

type Request = RequestOf<typeof completeFlow>;
/** The provider came back: one exchange at most, and nothing stored that was not checked whole. */
@Injectable()
export class CompleteService {
  constructor(
    private readonly catalog: Catalog,
    private readonly receiving: ReceivingService,
    private readonly store: FlowStore,
    private readonly landing: LandingService,
    private readonly changes: Changes,
    private readonly database: Database,
    private readonly hub: Hub,
    private readonly pictures: PicturesService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What fails after the link was good is told in the flow. @throws HubError `flow_invalid` where the link is not good, `provider_unknown`. */
  async complete(request: Request, caller: MaybeCaller): Promise<ReplyInput<typeof completeFlow>> {
    this.catalog.consent(request.provider);
    const query = new URLSearchParams(request.parameters);
    const taken = await this.take(query, request, caller);
    let context: OAuthContext | undefined;
    let arrival: Arrival | undefined;
    try {
      const opened = await this.receiving.open(taken, query);
      ({ context } = opened);
      arrival = await this.receiving.receive(opened, taken, query);
      const landed = await this.landing.land(taken.flow, arrival, request.client, caller);
      this.followPicture(landed.flow, arrival, caller);
      await this.revokeReplaced(context, landed.replaced);
      return this.reply(landed.flow, landed.session);
    } catch (error) {
      const failure = this.failureOf(error, taken.flow);
      if (failure.code === 'account_mismatch' && context && arrival) await this.revokeUnwanted(context, arrival);
      const flow = await this.changes.commit(async (manager) => {
        await appendAudit(manager, arriving(this.hub, caller), {
          event: 'flow.failed',
          outcome: failure.code === 'internal' ? 'failed' : 'denied',
          subject: taken.flow.id,
          details: { provider: taken.flow.provider, purpose: taken.flow.purpose, code: failure.code },
        });
        return this.store.fail(manager, taken.flow, failure, caller.traceId);
      });
      return this.reply(flow);
    }
  }

  private async take(query: URLSearchParams, request: Request, caller: MaybeCaller): Promise<Taken> {
    const { provider, browserBinding } = request;
    const memberId = caller.claims?.via === 'session' ? caller.claims.memberId : undefined;
    const state = stateOf(query);
    const taken = state && (await this.store.take(state, { provider, browserBinding, memberId }));
    if (taken) return taken;
    await this.database.asService((manager) =>
      appendAudit(manager, arriving(this.hub, caller), {
        event: 'flow.refused',
        outcome: 'denied',
        details: { provider, address: request.client.address },
      }),
    );
    throw new HubError('flow_invalid');
  }

  private followPicture(flow: Flow, { identity }: Arrival, { traceId }: MaybeCaller): void {
    const { connectionId: id, memberId, hubId, provider, environment } = flow;
    if (id && memberId) this.pictures.follow({ id, hubId, memberId, provider, environment }, identity.picture, traceId);
  }

  /** Only where that ends nothing but what was replaced (O-14). */
  private async revokeReplaced(context: OAuthContext, replaced: Parameters<typeof revokeGrant>[1] | undefined) {
    if (!replaced || context.oauth.revokes !== 'token') return;
    await revokeGrant(context, replaced).catch((error: unknown) =>
      this.log.warn({ err: error }, 'a replaced grant was not revoked'),
    );
  }

  /** Another account's grant is not kept; where revoking ends the whole project it is left alone (O-8). */
  private async revokeUnwanted(context: OAuthContext, { tokens }: Arrival): Promise<void> {
    if (context.oauth.revokes === 'project') return;
    await revokeGrant(context, tokens).catch((error: unknown) =>
      this.log.warn({ err: error }, 'an unwanted grant was not revoked'),
    );
  }

  private failureOf(error: unknown, flow: Flow): HubError {
    if (error instanceof HubError) return error;
    if (error instanceof OAuthError) return new HubError(error.hubCode, error.message);
    if (error instanceof EgressError) return unanswered(error);
    this.log.error({ err: error, flowId: flow.id }, 'a flow failed');
    return new HubError('internal');
  }

  private reply(flow: Flow, session?: NewSession): ReplyInput<typeof completeFlow> {
    return { flow: this.store.view(flow), ...(session && { session }) };
  }
}

function stateOf(query: URLSearchParams): string | undefined {
  try {
    return callbackState(query);
  } catch {
    return undefined;
  }
}
