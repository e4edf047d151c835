import { Injectable } from '@nestjs/common';
import { HubError, type NewSession, type Session as SessionView, SessionId } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, Ids } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import { Changes } from '../core/changes.ts';
import { Session } from './session.entity.ts';
import { newToken, sha256 } from './tokens.ts';

/** A session ends after this long without use, and after this long in any case (G-1). */
export const sessionLife = { idleMinutes: 60, absoluteHours: 24 } as const;

export interface ClientOf {
  readonly address: string;
  readonly userAgent?: string;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly ids: Ids,
  ) {}

  /** Makes a session in the transaction of the login that earned it. */
  async create(
    manager: EntityManager,
    member: { readonly id: string; readonly hubId: string },
    client: ClientOf,
  ): Promise<NewSession> {
    const token = newToken();
    const id = this.ids.uuid();
    const [row] = (await manager.query(
      `INSERT INTO auth.session (id, hub_id, member_id, token_hash, expires_at, user_agent, address)
        VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5), $6, $7) RETURNING expires_at`,
      [id, member.hubId, member.id, sha256(token), sessionLife.absoluteHours, client.userAgent ?? null, client.address],
    )) as [{ expires_at: Date }];
    await manager.query('UPDATE auth.member SET last_seen_at = clock_timestamp() WHERE id = $1', [member.id]);
    return { token, sessionId: SessionId.parse(id), expiresAt: row.expires_at.toISOString() };
  }

  async list({ claims }: Caller): Promise<SessionView[]> {
    const rows = await this.database.forMember(claims, (manager) =>
      manager
        .getRepository(Session)
        .createQueryBuilder('s')
        .where('s.hubId = :hubId AND s.memberId = :memberId', claims)
        .andWhere(alive)
        .orderBy('s.lastSeenAt', 'DESC')
        .getMany(),
    );
    return rows.map((row) => ({
      id: SessionId.parse(row.id),
      current: row.id === claims.sessionId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      ...(row.userAgent && { userAgent: row.userAgent }),
      ...(row.address && { address: row.address }),
    }));
  }

  /** Ends one of the caller's sessions, or all. @throws HubError `not_found` for a session that is not theirs. */
  async end(which: { sessionId?: string; everywhere: boolean }, caller: Caller): Promise<number> {
    const { claims } = caller;
    const sessionId = which.sessionId ?? claims.sessionId;
    return this.changes.commitFor(caller, async (manager) => {
      const ended = which.everywhere
        ? await this.endAll(manager, claims, caller.traceId)
        : await this.endOne(manager, claims, sessionId ?? '', caller.traceId);
      if (ended === 0 && which.sessionId) throw new HubError('not_found');
      if (ended > 0)
        await appendAudit(manager, actorOf(caller), {
          event: 'session.ended',
          outcome: 'ok',
          subject: which.everywhere ? 'all' : sessionId,
          details: { ended },
        });
      return ended;
    });
  }

  async endOne(
    manager: EntityManager,
    member: { readonly hubId: string; readonly memberId: string },
    sessionId: string,
    traceId: string,
  ): Promise<number> {
    const [, count] = (await manager.query(
      'DELETE FROM auth.session WHERE id::text = $1 AND hub_id = $2 AND member_id = $3',
      [sessionId, member.hubId, member.memberId],
    )) as [unknown, number];
    if (count > 0) await this.changes.caller(manager, { sessionId }, traceId);
    return count;
  }

  /** Ends every session of a member but, where given, one. */
  async endAll(
    manager: EntityManager,
    member: { readonly hubId: string; readonly memberId: string },
    traceId: string,
    but?: string,
  ): Promise<number> {
    const [rows] = (await manager.query(
      'DELETE FROM auth.session WHERE hub_id = $1 AND member_id = $2 AND id::text IS DISTINCT FROM $3 RETURNING id',
      [member.hubId, member.memberId, but ?? null],
    )) as [{ id: string }[], number];
    for (const { id } of rows) await this.changes.caller(manager, { sessionId: id }, traceId);
    return rows.length;
  }
}

const { idleMinutes } = sessionLife;
/** A session that still counts, by the database's clock. */
const alive = `s.expires_at > clock_timestamp() AND s.last_seen_at > clock_timestamp() - make_interval(mins => ${idleMinutes})`;
