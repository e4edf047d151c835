import { Injectable } from '@nestjs/common';
import {
  HubError,
  type listNotices,
  type Notice,
  NoticeId,
  type ReplyOf,
  type RequestOf,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Clock, Database, Ids, readCursor, toPage } from '@switchboard/nest-kit';
import { type EntityManager, In, IsNull, LessThan } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { grantEnds } from '../upkeep/grant-ends.ts';
import { noticeTime } from '../upkeep/upkeep-times.ts';
import { NoticeRow } from './notice.entity.ts';
import { noticeView } from './notice-view.ts';
import { closeNotices, type NewNotice, raiseNotices } from './raise.ts';

const atOnce = 500;

/** Tells people, once, of connections that will end or have ended. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly changes: Changes,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Tells of ends that have come near, the nearest first; what is more than fits is told at the next look. @returns how many it raised. */
  raiseDue(traceId: string): Promise<number> {
    return this.changes.commit(async (manager) => {
      const due = await this.takeDue(manager);
      const rows = await raiseNotices(manager, due, 'ends_soon', this.ids);
      await Promise.all(rows.map((row) => this.changes.notice(manager, row, traceId)));
      return rows.length;
    });
  }

  /** A connection came to its end: says so, in the transaction that marks it, and takes back that it soon would. */
  async needsPerson(manager: EntityManager, connection: Connection, reason: string, traceId: string): Promise<void> {
    await closeNotices(manager, connection.id, ['ends_soon']);
    const [row] = await raiseNotices(manager, [{ connection, reason }], 'needs_you', this.ids);
    if (row) await this.changes.notice(manager, row, traceId);
  }

  async list(
    { limit = 50, cursor, show }: RequestOf<typeof listNotices>,
    caller: Caller,
  ): Promise<ReplyOf<typeof listNotices>> {
    const { hubId, memberId, connectionId } = caller.claims;
    const before = readCursor(cursor, NoticeId);
    const rows = await this.database.forCaller(caller, (manager) =>
      manager.getRepository(NoticeRow).find({
        where: {
          hubId,
          memberId,
          ...(connectionId && { connectionId }),
          ...(before && { id: LessThan(before) }),
          ...(show === 'open' && { dismissedAt: IsNull(), overAt: IsNull() }),
        },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    const page = toPage(rows, limit, ({ id }) => id);
    return { items: page.rows.map(noticeView), nextCursor: page.nextCursor };
  }

  /** @throws HubError `not_found`, for another's notice just as for none. */
  dismiss(id: string, caller: Caller): Promise<Notice> {
    const { hubId, memberId, connectionId } = caller.claims;
    return this.changes.commitFor(caller, async (manager) => {
      const rows = manager.getRepository(NoticeRow);
      const where = { id, hubId, memberId, ...(connectionId && { connectionId }) };
      const row = await rows.findOneBy(where);
      if (!row) throw new HubError('not_found', 'There is no such notice.');
      if (!row.dismissedAt) {
        await rows.update(where, { dismissedAt: () => 'clock_timestamp()' });
        await appendAudit(manager, actorOf(caller), { event: 'notice.dismissed', outcome: 'ok', subject: id });
      }
      return noticeView(await rows.findOneByOrFail(where));
    });
  }

  private async takeDue(manager: EntityManager): Promise<NewNotice[]> {
    const [due] = (await manager.query(
      `UPDATE auth.connection SET notice_at = NULL WHERE id IN (SELECT id FROM auth.connection
        WHERE status = 'active' AND notice_at <= clock_timestamp() ORDER BY notice_at LIMIT ${atOnce}
        FOR UPDATE SKIP LOCKED) RETURNING id`,
    )) as [{ id: string }[], number];
    if (due.length === 0) return [];
    const connections = manager.getRepository(Connection);
    const rows = await connections.findBy({ id: In(due.map(({ id }) => id)) });
    const told: NewNotice[] = [];
    for (const connection of rows) {
      const ends = grantEnds(connection, this.catalog.methodOf(connection));
      const [end] = ends.toSorted((one, other) => one.at.getTime() - other.at.getTime());
      const noticeAt = end?.used ? noticeTime(end) : undefined;
      if (noticeAt && noticeAt > this.clock.now()) await connections.update({ id: connection.id }, { noticeAt });
      else if (end) told.push({ connection, reason: end.reason, endsAt: end.at });
    }
    return told;
  }
}
