import { Injectable } from '@nestjs/common';
import {
  type ApiKeyId,
  type CallerClaims,
  type ConnectionId,
  HubError,
  type MemberId,
  type Permission,
  type Role,
  rolePermissions,
  type SessionId,
} from '@switchboard/contracts';
import { Clock, Database, StatementSigner } from '@switchboard/nest-kit';
import { ApiKeyFormat } from '../api-keys/api-key-format.ts';
import { AuditBatch } from '../core/audit-batch.ts';
import { Hub } from '../core/hub.ts';
import { sessionLife } from './sessions.service.ts';
import { sha256 } from './tokens.ts';

/** How long one statement says who a caller is; seconds. */
const statementSeconds = 60;
const noteUseAfterSeconds = 60;

/** What no key limited to one connection holds: it speaks of everybody's. */
const ofTheWholeHub: ReadonlySet<Permission> = new Set(['audit:read']);

interface SessionRow {
  id: string;
  member_id: string;
  role: Role;
  authenticated_at: Date;
  expires_at: Date;
  unnoted: boolean;
}

interface KeyRow {
  id: string;
  member_id: string;
  role: Role;
  scopes: Permission[];
  connection_id: string | null;
  mac: Buffer;
  created_at: Date;
  expires_at: Date;
}

/** Turns what the gateway was shown into a signed statement of who asks. */
@Injectable()
export class CallersService {
  constructor(
    private readonly database: Database,
    private readonly hub: Hub,
    private readonly clock: Clock,
    private readonly signer: StatementSigner,
    private readonly format: ApiKeyFormat,
    private readonly batch: AuditBatch,
  ) {}

  /** @throws HubError `unauthenticated` for anything that is not a live session or key, always the same. */
  async resolve(kind: 'session' | 'api_key', token: string): Promise<{ statement: string; claims: CallerClaims }> {
    const claims = kind === 'session' ? await this.bySession(token) : await this.byKey(token);
    return { statement: this.signer.sign(claims), claims };
  }

  private async bySession(token: string): Promise<CallerClaims> {
    const row = await this.database.asService(async (manager) => {
      const [found] = (await manager.query(
        `SELECT s.id, s.member_id, m.role, s.authenticated_at, s.expires_at,
            s.last_seen_at < clock_timestamp() - make_interval(secs => $4) AS unnoted
          FROM auth.session s JOIN auth.member m ON m.id = s.member_id AND m.hub_id = s.hub_id
          WHERE s.token_hash = $1 AND s.hub_id = $2 AND m.removed_at IS NULL AND s.expires_at > clock_timestamp()
            AND s.last_seen_at > clock_timestamp() - make_interval(mins => $3)`,
        [sha256(token), this.hub.id, sessionLife.idleMinutes, noteUseAfterSeconds],
      )) as SessionRow[];
      if (found?.unnoted)
        await manager.query('UPDATE auth.session SET last_seen_at = clock_timestamp() WHERE id = $1', [found.id]);
      return found;
    });
    if (!row) throw new HubError('unauthenticated');
    return {
      ...this.claimsOf(row, row.expires_at),
      via: 'session',
      sessionId: row.id as SessionId,
      permissions: [...rolePermissions[row.role]],
      authenticatedAt: seconds(row.authenticated_at),
    };
  }

  private async byKey(token: string): Promise<CallerClaims> {
    const id = this.format.idOf(token);
    if (!id) throw new HubError('unauthenticated');
    const [row] = await this.database.asService(
      (manager) =>
        manager.query(
          `SELECT k.id, k.member_id, m.role, k.scopes, k.connection_id, k.mac, k.created_at, k.expires_at
            FROM auth.api_key k JOIN auth.member m ON m.id = k.member_id AND m.hub_id = k.hub_id
            WHERE k.id = $1 AND k.hub_id = $2 AND m.removed_at IS NULL AND k.expires_at > clock_timestamp()`,
          [id, this.hub.id],
        ) as Promise<KeyRow[]>,
    );
    if (!row || !this.format.matches(token, row.mac)) throw new HubError('unauthenticated');
    this.batch.touch('api_key', row.id);
    const held = new Set(rolePermissions[row.role]);
    return {
      ...this.claimsOf(row, row.expires_at),
      via: 'api_key',
      apiKeyId: row.id as ApiKeyId,
      permissions: row.scopes.filter((scope) => held.has(scope) && !(row.connection_id && ofTheWholeHub.has(scope))),
      ...(row.connection_id && { connectionId: row.connection_id as ConnectionId }),
      authenticatedAt: seconds(row.created_at),
    };
  }

  private claimsOf({ member_id, role }: { member_id: string; role: Role }, end: Date) {
    const issuedAt = seconds(this.clock.now());
    const expiresAt = Math.min(issuedAt + statementSeconds, seconds(end));
    return { hubId: this.hub.id, memberId: member_id as MemberId, role, issuedAt, expiresAt };
  }
}

const seconds = (time: Date): number => Math.floor(time.getTime() / 1_000);
