import { Injectable } from '@nestjs/common';
import type { Revealable } from '@switchboard/egress';
import type { TokenAnswer } from '@switchboard/oauth';
import type { Secret } from '@switchboard/vault';
import type { EntityManager } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { grantedFeatures } from '../connections/features.ts';
import { Catalog } from '../core/catalog.ts';
import { UpkeepPlan } from '../upkeep/upkeep-plan.ts';
import { type EnvelopeOwner, Vault } from './vault.ts';

/** A connection as the database's clock sees it now. */
export interface Held {
  readonly connection: Connection;
  /** Seconds until the access token ends; undefined where that is not known. */
  readonly remaining: number | undefined;
  /** Seconds the token lives in all. */
  readonly life: number | undefined;
  readonly now: Date;
}

interface Owner {
  readonly hubId: string;
  readonly memberId: string;
}

type Kept = 'access_token' | 'refresh_token' | 'api_key' | 'client_secret';

/** What stays the same while tokens are replaced. */
interface Beside {
  readonly refreshToken?: Revealable | undefined;
  /** Of a client that the person brought. */
  readonly clientSecret?: Revealable | undefined;
}

const ownerOf = (connection: Connection): EnvelopeOwner => ({
  id: connection.id,
  hubId: connection.hubId,
  memberId: connection.memberId,
  provider: connection.provider,
  environment: connection.environment,
  version: connection.credentialVersion,
});

/** Reads and replaces grants: every write raises the version by one and seals all tokens for it. */
@Injectable()
export class GrantStore {
  constructor(
    private readonly vault: Vault,
    private readonly catalog: Catalog,
    private readonly plan: UpkeepPlan,
  ) {}

  /** @param owner where given, whose connection it must be. */
  async find(manager: EntityManager, id: string, owner?: Owner): Promise<Held | undefined> {
    const connection = await manager
      .getRepository(Connection)
      .findOneBy({ id, ...(owner && { hubId: owner.hubId, memberId: owner.memberId }) });
    if (!connection) return undefined;
    const [clock] = (await manager.query('SELECT clock_timestamp() AS now')) as [{ now: Date }];
    const end = connection.accessExpiresAt?.getTime();
    return {
      connection,
      remaining: end === undefined ? undefined : (end - clock.now.getTime()) / 1_000,
      life: end === undefined ? undefined : (end - connection.issuedAt.getTime()) / 1_000,
      now: clock.now,
    };
  }

  read(manager: EntityManager, connection: Connection, purpose: Kept) {
    return this.vault.read(manager, ownerOf(connection), purpose);
  }

  /**
   * Commits new tokens by comparing the version (O-10).
   * @returns the connection as it is now, or undefined where somebody else was first.
   */
  async replace(
    manager: EntityManager,
    connection: Connection,
    tokens: TokenAnswer,
    old: Secret | undefined,
  ): Promise<Connection | undefined> {
    const scopes = tokens.scopes ? [...tokens.scopes] : connection.grantedScopes;
    const method = this.catalog.methodOf(connection);
    const features = method ? grantedFeatures(method, scopes, connection.requestedFeatures) : connection.features;
    const [, changed] = (await manager.query(
      `UPDATE auth.connection SET credential_version = credential_version + 1, issued_at = clock_timestamp(),
          access_expires_at = clock_timestamp() + make_interval(secs => $3),
          refresh_expires_at = CASE WHEN $4::float8 IS NULL THEN refresh_expires_at
            ELSE clock_timestamp() + make_interval(secs => $4) END,
          granted_scopes = $5, features = $6, updated_at = clock_timestamp()
        WHERE id = $1 AND credential_version = $2 AND status = 'active'`,
      [
        connection.id,
        connection.credentialVersion,
        tokens.expiresIn ?? null,
        tokens.refreshTokenExpiresIn ?? null,
        scopes,
        features,
      ],
    )) as [unknown, number];
    if (changed === 0) return undefined;
    const clientSecret = await this.read(manager, connection, 'client_secret');
    const now = await manager.getRepository(Connection).findOneByOrFail({ id: connection.id });
    await this.seal(manager, now, tokens, { refreshToken: old, clientSecret });
    return now;
  }

  /** Seals tokens for the version the connection's row has in this transaction. */
  async seal(manager: EntityManager, connection: Connection, tokens: TokenAnswer, kept: Beside = {}): Promise<void> {
    const owner = ownerOf(connection);
    await this.vault.write(manager, owner, 'access_token', tokens.accessToken.reveal());
    const refresh = tokens.refreshToken ?? kept.refreshToken;
    if (refresh) await this.vault.write(manager, owner, 'refresh_token', refresh.reveal());
    if (kept.clientSecret) await this.vault.write(manager, owner, 'client_secret', kept.clientSecret.reveal());
    await this.vault.dropOlder(manager, owner);
    const { refreshTokenExpiresIn } = tokens;
    await this.plan.store(manager, connection, { renewable: refresh !== undefined, refreshTokenExpiresIn });
  }

  async sealKey(manager: EntityManager, connection: Connection, key: string): Promise<void> {
    const owner = ownerOf(connection);
    await this.vault.write(manager, owner, 'api_key', key);
    await this.vault.dropOlder(manager, owner);
    await this.plan.store(manager, connection, { renewable: false });
  }
}
