import { Injectable } from '@nestjs/common';
import { HubError, type MustReconnect } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Ids } from '@switchboard/nest-kit';
import { HiddenToken, type TokenAnswer } from '@switchboard/oauth';
import { type EntityManager, In } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { makeDefault } from '../connections/defaults.ts';
import { grantedFeatures } from '../connections/features.ts';
import { lockAccount } from '../connections/lock-account.ts';
import { addToTimeline } from '../connections/timelines.ts';
import type { Chosen } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import type { BundledConnection, BundledCredential } from './bundle-content.ts';
import { Portability } from './portability.ts';

export type Taken = { readonly bundled: BundledConnection } & (
  | { readonly kind: 'imported' | 'kept'; readonly connectionId: string }
  | { readonly kind: 'reconnect'; readonly reason: MustReconnect['reason']; readonly connectionId?: string }
);

const live = In<Connection['status']>(['active', 'reconnect_required']);

/** Takes in one connection of a bundle: as it is, as one that its person reconnects, or not at all where it is here already. */
@Injectable()
export class ImportIntake {
  constructor(
    private readonly portability: Portability,
    private readonly grants: GrantStore,
    private readonly changes: Changes,
    private readonly ids: Ids,
  ) {}

  async take(bundled: BundledConnection, caller: Caller): Promise<Taken> {
    const here = await this.portability.look(bundled);
    if (here.kind === 'unknown') return { bundled, kind: 'reconnect', reason: here.reason };
    const reason = here.reason;
    return this.changes.commit(async (manager): Promise<Taken> => {
      const { row, made } = await this.place(manager, bundled, here.settings, caller);
      if (row.status === 'active') return { bundled, kind: 'kept', connectionId: row.id };
      if (reason && made) await this.tell(manager, row, 'reconnect_required', caller, reason);
      if (reason) return { bundled, kind: 'reconnect', reason, connectionId: row.id };
      await this.fill(manager, row, bundled, here.chosen, caller);
      return { bundled, kind: 'imported', connectionId: row.id };
    });
  }

  /** The person's connection of that account; a new one waits to be filled or reconnected. */
  private async place(
    manager: EntityManager,
    bundled: BundledConnection,
    settings: Record<string, string>,
    { claims }: Caller,
  ): Promise<{ row: Connection; made: boolean }> {
    const { hubId, memberId } = claims;
    const { provider, method, environment, subject } = bundled;
    const account = { hubId, memberId, provider, method, environment, subject };
    await lockAccount(manager, account);
    const rows = manager.getRepository(Connection);
    const found = await rows.findOne({ where: { ...account, status: live }, lock: { mode: 'pessimistic_write' } });
    if (found) return { row: found, made: false };
    const id = this.ids.uuid();
    await rows.insert({
      ...account,
      id,
      settings,
      clientId: bundled.clientId,
      label: bundled.label,
      email: bundled.email,
      accountName: bundled.accountName,
      status: 'reconnect_required',
      statusReason: 'It came with a bundle that could not carry its access. Connect it again.',
      requestedFeatures: bundled.requestedFeatures,
      features: [],
      grantedScopes: [],
      credentialVersion: 1,
    });
    const row = await rows.findOneByOrFail({ id });
    await addToTimeline(manager, row, 'imported');
    return { row, made: true };
  }

  private async fill(
    manager: EntityManager,
    row: Connection,
    bundled: BundledConnection,
    { declaration }: Chosen,
    caller: Caller,
  ): Promise<void> {
    const { credential = {}, grantedScopes, requestedFeatures, accessExpiresAt, refreshExpiresAt } = bundled;
    const rows = manager.getRepository(Connection);
    await rows.update(
      { id: row.id },
      {
        clientId: bundled.clientId,
        status: 'active',
        statusReason: null,
        grantedScopes,
        requestedFeatures,
        features: grantedFeatures(declaration, grantedScopes, requestedFeatures),
        credentialVersion: row.credentialVersion + 1,
        issuedAt: new Date(bundled.issuedAt),
        consentedAt: new Date(bundled.consentedAt),
        accessExpiresAt: accessExpiresAt === null ? null : new Date(accessExpiresAt),
        refreshExpiresAt: refreshExpiresAt === null ? null : new Date(refreshExpiresAt),
        updatedAt: () => 'clock_timestamp()',
      },
    );
    const now = await rows.findOneByOrFail({ id: row.id });
    await this.seal(manager, now, credential);
    await makeDefault(manager, caller.claims, now.id, now.features, { replace: false });
    await addToTimeline(manager, now, 'connected', now.features.join(', ') || undefined);
    await this.tell(manager, now, 'connected', caller);
  }

  /** As of a connect: one event and one audit row for each connection that came. */
  private async tell(
    manager: EntityManager,
    row: Connection,
    change: 'connected' | 'reconnect_required',
    caller: Caller,
    reason?: MustReconnect['reason'],
  ): Promise<void> {
    await this.changes.connection(manager, row, change, caller.traceId);
    await appendAudit(manager, actorOf(caller), {
      event: 'connection.imported',
      outcome: 'ok',
      subject: row.id,
      details: {
        provider: row.provider,
        environment: row.environment,
        method: row.method,
        features: row.features,
        ...(reason && { reconnect: reason }),
      },
    });
  }

  private async seal(manager: EntityManager, row: Connection, credential: BundledCredential): Promise<void> {
    const { apiKey, accessToken, refreshToken, clientSecret } = credential;
    if (apiKey !== undefined) return this.grants.sealKey(manager, row, apiKey);
    if (accessToken === undefined) throw new HubError('internal');
    const tokens: TokenAnswer = {
      accessToken: new HiddenToken(accessToken),
      refreshToken: refreshToken === undefined ? undefined : new HiddenToken(refreshToken),
      expiresIn: undefined,
      refreshTokenExpiresIn: undefined,
      scopes: row.grantedScopes,
      idToken: undefined,
    };
    await this.grants.seal(manager, row, tokens, {
      ...(clientSecret !== undefined && { clientSecret: new HiddenToken(clientSecret) }),
    });
  }
}
