import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import type { Revealable } from '@switchboard/egress';
import { Ids } from '@switchboard/nest-kit';
import type { Identity, TokenAnswer } from '@switchboard/oauth';
import type { Secret } from '@switchboard/vault';
import { type EntityManager, In } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { makeDefault } from '../connections/defaults.ts';
import { grantedFeatures, missingFeatures } from '../connections/features.ts';
import { lockAccount } from '../connections/lock-account.ts';
import { addToTimeline } from '../connections/timelines.ts';
import type { Chosen, ConsentDeclaration } from '../core/catalog.ts';
import { timeAfter } from '../core/database-time.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import type { SettingValues } from '../methods/protocol.ts';
import type { Flow } from './flow.entity.ts';

/** A provider that tells of more is not believed; ten years. */
const longestSeconds = 315_360_000;

export interface Arrival extends Chosen<ConsentDeclaration> {
  readonly clientId: string;
  /** The secret of a client that the person brought; kept with the connection and used for nothing else (O-19). */
  readonly ownSecret?: Revealable | undefined;
  readonly settings: SettingValues;
  readonly tokens: TokenAnswer;
  readonly identity: Identity;
  /** What was granted; what was asked where the answer does not say. */
  readonly scopes: readonly string[];
}

export interface Intake {
  readonly connection: Connection;
  readonly granted: string[];
  readonly missing: string[];
  /** The tokens that were replaced; none where the provider gave one of them again, or the old grant is kept on. */
  readonly replaced?: {
    readonly connection: Connection;
    readonly refreshToken?: Secret;
    readonly accessToken?: Secret;
  };
  /** True where the new grant holds less than the old one, which was kept. */
  readonly keptOld: boolean;
}

/** Stores a grant that has come: as a new connection, or in place of the same account's older one. */
@Injectable()
export class GrantIntake {
  constructor(
    private readonly grants: GrantStore,
    private readonly ids: Ids,
  ) {}

  /** @throws HubError `account_mismatch`, `connection_unknown`. */
  async store(manager: EntityManager, flow: Flow, memberId: string, arrival: Arrival): Promise<Intake> {
    const { provider, method, environment } = flow;
    await lockAccount(manager, { memberId, provider, method, environment, subject: arrival.identity.subject });
    const existing = await this.existing(manager, flow, memberId, arrival);
    const requested = [...new Set([...(existing?.requestedFeatures ?? []), ...flow.features])];
    const features = grantedFeatures(arrival.declaration, arrival.scopes, requested);
    if (!existing) return this.insert(manager, flow, memberId, arrival, features);
    const lost = existing.features.filter((feature) => !features.includes(feature));
    if (flow.purpose === 'features' && existing.status === 'active' && lost.length > 0) {
      await manager.getRepository(Connection).update({ id: existing.id }, { requestedFeatures: requested });
      const missing = missingFeatures(requested, existing.features);
      await addToTimeline(manager, existing, 'features_missing', missing.join(', '));
      return { connection: existing, granted: existing.features, missing, keptOld: true };
    }
    return this.replace(manager, flow, existing, arrival, features, requested);
  }

  private async existing(
    manager: EntityManager,
    flow: Flow,
    memberId: string,
    { identity, provider }: Arrival,
  ): Promise<Connection | null> {
    const rows = manager.getRepository(Connection);
    const mine = { hubId: flow.hubId, memberId, status: In(['active', 'reconnect_required']) };
    const lock = { mode: 'pessimistic_write' } as const;
    if (!flow.connectionId) {
      const { provider: id, method, environment } = flow;
      return rows.findOne({ where: { ...mine, provider: id, method, environment, subject: identity.subject }, lock });
    }
    const target = await rows.findOne({ where: { ...mine, id: flow.connectionId }, lock });
    if (!target) throw new HubError('connection_unknown', 'The connection was removed in the meantime.');
    if (target.subject !== identity.subject) {
      const [was, is] = [target.email ?? target.label, identity.email ?? identity.name ?? identity.subject];
      throw new HubError(
        'account_mismatch',
        `You chose ${is} at ${provider.title}, but this connection is for ${was}. Nothing was changed.`,
        { connectionId: target.id, provider: provider.id },
      );
    }
    return target;
  }

  private async insert(
    manager: EntityManager,
    flow: Flow,
    memberId: string,
    arrival: Arrival,
    features: string[],
  ): Promise<Intake> {
    const { identity, tokens, scopes } = arrival;
    const rows = manager.getRepository(Connection);
    const id = this.ids.uuid();
    await rows.insert({
      id,
      hubId: flow.hubId,
      memberId,
      provider: flow.provider,
      environment: flow.environment,
      method: arrival.method,
      clientId: arrival.clientId,
      label: (identity.email ?? identity.name ?? identity.subject).slice(0, 128),
      subject: identity.subject,
      email: identity.email ?? null,
      accountName: identity.name ?? null,
      status: 'active',
      requestedFeatures: flow.features,
      features,
      grantedScopes: [...scopes],
      settings: { ...arrival.settings },
      credentialVersion: 1,
      accessExpiresAt: await after(manager, tokens.expiresIn),
      refreshExpiresAt: await after(manager, tokens.refreshTokenExpiresIn),
    });
    const connection = await rows.findOneByOrFail({ id });
    await this.grants.seal(manager, connection, tokens, { clientSecret: arrival.ownSecret });
    await addToTimeline(manager, connection, 'connected', features.join(', '));
    return this.done(manager, connection, false);
  }

  private async replace(
    manager: EntityManager,
    flow: Flow,
    existing: Connection,
    { identity, tokens, scopes, clientId, ownSecret, settings }: Arrival,
    features: string[],
    requestedFeatures: string[],
  ): Promise<Intake> {
    const refreshToken = await this.grants.read(manager, existing, 'refresh_token').catch(() => undefined);
    const accessToken = await this.grants.read(manager, existing, 'access_token').catch(() => undefined);
    const rows = manager.getRepository(Connection);
    await rows.update(
      { id: existing.id },
      {
        clientId,
        settings: { ...settings },
        email: identity.email ?? existing.email,
        accountName: identity.name ?? existing.accountName,
        status: 'active',
        statusReason: null,
        requestedFeatures,
        features,
        grantedScopes: [...scopes],
        credentialVersion: existing.credentialVersion + 1,
        issuedAt: () => 'clock_timestamp()',
        consentedAt: () => 'clock_timestamp()',
        accessExpiresAt: await after(manager, tokens.expiresIn),
        refreshExpiresAt: await after(manager, tokens.refreshTokenExpiresIn),
        forcedAt: null,
        updatedAt: () => 'clock_timestamp()',
      },
    );
    const connection = await rows.findOneByOrFail({ id: existing.id });
    const sameClient = existing.clientId === clientId && existing.status === 'active';
    const kept = sameClient ? refreshToken : undefined;
    await this.grants.seal(manager, connection, tokens, { refreshToken: kept, clientSecret: ownSecret });
    const added = features.filter((feature) => !existing.features.includes(feature));
    const kind = flow.purpose === 'features' ? 'features_added' : 'reconnected';
    await addToTimeline(manager, connection, kind, added.join(', ') || undefined);
    const intake = await this.done(manager, connection, false);
    if (livesOn([refreshToken, accessToken], [tokens.refreshToken ?? kept, tokens.accessToken])) return intake;
    return { ...intake, replaced: { connection: existing, refreshToken, accessToken } };
  }

  private async done(manager: EntityManager, connection: Connection, keptOld: boolean): Promise<Intake> {
    const { id, features, requestedFeatures } = connection;
    await makeDefault(manager, connection, id, features, { replace: false });
    const missing = missingFeatures(requestedFeatures, features);
    if (missing.length > 0) await addToTimeline(manager, connection, 'features_missing', missing.join(', '));
    return { connection, granted: features, missing, keptOld };
  }
}

/** True where an old token is one of those kept now: to revoke it would end what was connected just now (O-14). */
const livesOn = (old: readonly (Revealable | undefined)[], now: readonly (Revealable | undefined)[]): boolean =>
  old.some((token) => token && now.some((other) => other?.reveal() === token.reveal()));

/** A time by the database's clock; null where the provider does not say. */
const after = async (manager: EntityManager, seconds: number | undefined): Promise<Date | null> =>
  seconds === undefined ? null : timeAfter(manager, Math.min(Math.floor(seconds), longestSeconds));
