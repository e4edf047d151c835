import { Injectable } from '@nestjs/common';
import {
  type ConnectionId,
  type exportConnections,
  HubError,
  type MustReconnect,
  type ReplyInput,
  type RequestOf,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Clock, Database } from '@switchboard/nest-kit';
import { EnvelopeError } from '@switchboard/vault';
import { type EntityManager, In } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { Limits } from '../core/limits.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import type { BundleContent, BundledConnection, BundledCredential } from './bundle-content.ts';
import { bundleBytes, sealBundle } from './bundle-format.ts';
import { bundleLimits } from './bundle-limits.ts';
import { mustReconnect } from './reconnect-reasons.ts';

const mostConnections = 200;
const live = In<Connection['status']>(['active', 'reconnect_required']);
const purposes = {
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  apiKey: 'api_key',
  clientSecret: 'client_secret',
} as const;

type Left = MustReconnect['reason'];

/** Packs a person's connections with what opens them, sealed by their passphrase; nothing of it is kept. */
@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly grants: GrantStore,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError with a code listed in `exportConnections.errors`. */
  async export(
    { passphrase, connectionIds }: RequestOf<typeof exportConnections>,
    caller: Caller,
  ): Promise<ReplyInput<typeof exportConnections>> {
    await this.limits.take(bundleLimits(caller.claims.memberId));
    const exportedAt = this.clock.now().toISOString();
    const packed = await this.pack(connectionIds, caller);
    const content: BundleContent = { format: 1, exportedAt, connections: packed.map(({ bundled }) => bundled) };
    const sealed = await sealBundle(Buffer.from(JSON.stringify(content)), passphrase);
    if (sealed.length > bundleBytes)
      throw new HubError('conflict', 'That is too much for one bundle. Choose fewer connections.');
    const carried = packed.filter(({ bundled }) => bundled.left === undefined);
    await this.database.asService((manager) =>
      appendAudit(manager, actorOf(caller), {
        event: 'connections.exported',
        outcome: 'ok',
        details: { carried: carried.map(({ id }) => id), left: packed.length - carried.length },
      }),
    );
    return {
      bundle: sealed.toString('base64url'),
      fileName: `switchboard-${exportedAt.slice(0, 10)}.bundle`,
      exportedAt,
      carried: carried.map(({ id, bundled }) => ({
        connectionId: id as ConnectionId,
        provider: bundled.provider,
        label: bundled.label,
      })),
      reconnect: packed.flatMap(({ id, bundled }) => (bundled.left ? [mustReconnect(bundled, bundled.left, id)] : [])),
    };
  }

  private pack(
    ids: readonly string[] | undefined,
    { claims }: Caller,
  ): Promise<{ id: string; bundled: BundledConnection }[]> {
    const { hubId, memberId } = claims;
    return this.database.asService(async (manager) => {
      const rows = await manager.getRepository(Connection).find({
        where: { hubId, memberId, status: live, ...(ids && { id: In([...ids]) }) },
        order: { id: 'ASC' },
        take: mostConnections + 1,
      });
      if (ids && rows.length < new Set(ids).size) throw new HubError('connection_unknown');
      if (rows.length > mostConnections)
        throw new HubError('conflict', `A bundle holds ${mostConnections} connections. Choose which.`);
      const packed: { id: string; bundled: BundledConnection }[] = [];
      for (const row of rows) packed.push({ id: row.id, bundled: await this.bundle(manager, row) });
      return packed;
    });
  }

  private async bundle(manager: EntityManager, row: Connection): Promise<BundledConnection> {
    const left = this.leftBehind(row);
    const credential = left ? undefined : await this.credentialOf(manager, row);
    const why = left ?? (credential === undefined ? 'not_readable' : undefined);
    const { provider, method, environment, clientId, label, subject, email, accountName, settings } = row;
    return {
      ...{ provider, method, environment, clientId, label, subject, email, accountName, settings },
      requestedFeatures: row.requestedFeatures,
      grantedScopes: row.grantedScopes,
      issuedAt: row.issuedAt.toISOString(),
      consentedAt: row.consentedAt.toISOString(),
      accessExpiresAt: row.accessExpiresAt?.toISOString() ?? null,
      refreshExpiresAt: row.refreshExpiresAt?.toISOString() ?? null,
      ...(why ? { left: why } : { credential }),
    };
  }

  /** A refresh token that works once stays: two hubs that hold it would end each other's access. */
  private leftBehind(row: Connection): Left | undefined {
    const method = this.catalog.methodOf(row);
    if (!method) return 'provider_unknown';
    if (row.status !== 'active') return 'ended';
    return method.kind === 'oauth2' && method.refreshRotates === true ? 'single_use' : undefined;
  }

  /** Whole or not at all: an access token without what renews it would end there unexplained. */
  private async credentialOf(manager: EntityManager, row: Connection): Promise<BundledCredential | undefined> {
    const credential: Record<string, string> = {};
    for (const [name, purpose] of Object.entries(purposes)) {
      const secret = await this.grants.read(manager, row, purpose).catch(unreadable);
      if (secret === 'unreadable') return undefined;
      if (secret) credential[name] = secret.reveal();
    }
    return (credential['accessToken'] ?? credential['apiKey']) ? credential : undefined;
  }
}

/** An envelope that does not open is left behind and said so; anything else is a failure of the export. */
function unreadable(error: unknown): 'unreadable' {
  if (error instanceof EnvelopeError) return 'unreadable';
  throw error;
}
