import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { Database } from '@switchboard/nest-kit';
import type { Secret } from '@switchboard/vault';
import type { Connection } from '../connections/connection.entity.ts';
import { defaultsOf } from '../connections/defaults.ts';
import { Catalog, notSupported } from '../core/catalog.ts';
import { renewAhead } from '../upkeep/upkeep-times.ts';
import { EndingService } from './ending.service.ts';
import { forcedEverySeconds, takeForced } from './forced.ts';
import { GrantStore, type Held } from './grant-store.ts';
import { RefreshService } from './refresh.service.ts';
import { RefusedKeys } from './refused-keys.ts';

/** A token with less than this left is not given out. */
const leastSeconds = 20;
const joinsWithinSeconds = 15;
/** Told for a credential whose end is not known; seconds. */
const unknownLifeSeconds = 300;

export interface Access {
  readonly connection: Connection;
  readonly kind: 'accessToken' | 'apiKey';
  readonly secret: Secret;
  readonly expiresAt: Date;
  /** The features for which the connection is the default account. */
  readonly defaultFor: readonly string[];
}

interface Owner {
  readonly hubId: string;
  readonly memberId: string;
}

export interface AccessOptions {
  readonly traceId: string;
  /** SHA-256, base64url or hex, of a token that the provider just refused. */
  readonly rejected?: string;
  /** Renews even a good token. */
  readonly renew?: boolean;
}

interface Found extends Held {
  readonly secret: Secret | undefined;
  readonly defaultFor: readonly string[];
}

/** Gives the credential of a connection, renewed where it is about to end. */
@Injectable()
export class AccessService {
  private readonly reading = new Map<string, Promise<Found>>();

  constructor(
    private readonly database: Database,
    private readonly grants: GrantStore,
    private readonly refresh: RefreshService,
    private readonly ending: EndingService,
    private readonly refusedKeys: RefusedKeys,
    private readonly catalog: Catalog,
  ) {}

  /** @throws HubError `connection_unknown`, `reconnect_required`, `provider_unavailable`, `provider_misconfigured`, `service_unavailable`. */
  async get(id: string, owner: Owner, options: AccessOptions): Promise<Access> {
    let forced = false;
    let renewed = 0;
    for (let round = 0; round < 3; round++) {
      const found = await this.find(id, owner, renewed);
      const { connection, secret, remaining } = found;
      renewed = connection.credentialVersion;
      const isKey = this.isKey(connection);
      if (!secret) {
        await this.ending.end(connection, 'not_renewable', options.traceId);
        throw reconnect(connection);
      }
      if (isKey) {
        const refused = this.wasRefused(secret, options.rejected);
        if (refused && (await this.refusedKeys.ended(connection, secret, options.traceId))) continue;
        return this.access(found, secret, 'apiKey');
      }
      const refused = this.wasRefused(secret, options.rejected) || options.renew === true;
      if (refused && !forced) {
        forced = true;
        await this.allowForced(connection);
        await this.refresh.renew(connection, options.traceId);
      } else if (remaining !== undefined && remaining < leastSeconds) {
        await this.refresh.renew(connection, options.traceId);
      } else {
        if (this.shouldRenew(found)) this.refresh.renewInBackground(connection, options.traceId);
        return this.access(found, secret, 'accessToken');
      }
    }
    throw new HubError('service_unavailable', undefined, { retryAfterSeconds: 2, connectionId: id });
  }

  /**
   * Callers at the same moment share one look at the database.
   * @param after the version that was renewed just now: a look that began before that shows nothing new.
   */
  private find(id: string, owner: Owner, after: number): Promise<Found> {
    const key = `${id} ${owner.hubId} ${owner.memberId} ${after}`;
    let reading = this.reading.get(key);
    if (!reading) {
      reading = this.read(id, owner).finally(() => this.reading.delete(key));
      this.reading.set(key, reading);
    }
    return reading;
  }

  private async read(id: string, owner: Owner): Promise<Found> {
    const found = await this.database.asService(async (manager): Promise<Found | undefined> => {
      const held = await this.grants.find(manager, id, owner);
      if (!held || held.connection.status === 'disconnected' || held.connection.status === 'revocation_pending')
        return undefined;
      const purpose = this.isKey(held.connection) ? 'api_key' : 'access_token';
      const active = held.connection.status === 'active';
      const secret = active ? await this.grants.read(manager, held.connection, purpose) : undefined;
      return { ...held, secret, defaultFor: await defaultsOf(manager, owner, id) };
    });
    if (!found) throw new HubError('connection_unknown');
    if (found.connection.status === 'reconnect_required') throw reconnect(found.connection);
    return found;
  }

  /** One forced renewal in its time; those whose token was the same one join it. @throws HubError `provider_unavailable`. */
  private async allowForced(connection: Connection): Promise<void> {
    const { id, credentialVersion } = connection;
    const wait = await this.database.asService(async (manager) => {
      if (await takeForced(manager, connection)) return 0;
      const [row] = (await manager.query(
        `SELECT extract(epoch FROM forced_at + make_interval(secs => $3) - clock_timestamp())::float8 AS wait,
            credential_version <> $2 OR (forced_version = $2 AND forced_at > clock_timestamp() - make_interval(secs => $4))
              AS joins FROM auth.connection WHERE id = $1`,
        [id, credentialVersion, forcedEverySeconds, joinsWithinSeconds],
      )) as [{ wait: number; joins: boolean }];
      return row.joins ? 0 : row.wait;
    });
    if (wait > 0)
      throw new HubError('provider_unavailable', 'The provider refuses access that was renewed just now.', {
        retryAfterSeconds: Math.max(1, Math.ceil(wait)),
        connectionId: connection.id,
        provider: connection.provider,
      });
  }

  private wasRefused(secret: Secret, rejected: string | undefined): boolean {
    if (!rejected) return false;
    const digest = createHash('sha256').update(secret.reveal()).digest();
    return rejected === digest.toString('base64url') || rejected === digest.toString('hex');
  }

  private shouldRenew({ remaining, life }: Held): boolean {
    if (remaining === undefined) return false;
    const ahead = Math.min(renewAhead.seconds, (life ?? Number.POSITIVE_INFINITY) * renewAhead.share);
    return remaining < ahead * (0.8 + Math.random() * 0.2);
  }

  private access({ connection, now, defaultFor }: Found, secret: Secret, kind: Access['kind']): Access {
    const expiresAt = connection.accessExpiresAt ?? new Date(now.getTime() + unknownLifeSeconds * 1_000);
    return { connection, kind, secret, expiresAt, defaultFor };
  }

  /** @throws HubError `provider_unknown` where this version does not know how the connection was made. */
  private isKey(connection: Connection): boolean {
    const { kind } = this.catalog.methodOf(connection) ?? {};
    if (!kind) throw new HubError('provider_unknown', notSupported(connection.provider));
    return kind === 'apiKey';
  }
}

const reconnect = ({ id, provider, statusReason }: Connection): HubError =>
  new HubError('reconnect_required', statusReason ?? undefined, { connectionId: id, provider });
