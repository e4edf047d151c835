import { Injectable } from '@nestjs/common';
import { HubError, type listNotices, type Notice, type ReplyOf, type RequestOf } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, Ids } from '@switchboard/nest-kit';
import { type EntityManager, In, IsNull, LessThan } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { grantEnds } from '../upkeep/grant-ends.ts';
import { NoticeRow } from './notice.entity.ts';
import { noticePage, noticeView, readNoticeCursor } from './notice-view.ts';
import { closeNotices, raiseNotice } from './raise.ts';

const atOnce = 500;

/** Tells people, once, of connections that will end or have ended. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly changes: Changes,
    private readonly ids: Ids,
  ) {}

  /** Tells of every end that has come near. @returns how many it raised. */
  async raiseDue(traceId: string): Promise<number> {
    let raised = 0;
    for (let round = 0; round < 20; round++) {
      const { seen, told } = await this.changes.commit((manager) => this.raiseSome(manager, traceId));
      raised += told;
      if (seen < atOnce) break;
    }
    return raised;
  }

  /** A connection came to its end: says so, in the transaction that marks it, and takes back that it soon would. */
  async needsPerson(manager: EntityManager, connection: Connection, reason: string, traceId: string): Promise<void> {
    await closeNotices(manager, connection.id, ['ends_soon']);
    const row = await raiseNotice(manager, connection, { id: this.ids.uuid(), kind: 'needs_you', reason });
    if (row) await this.changes.notice(manager, row, traceId);
  }

  async list(
    { limit = 50, cursor, show }: RequestOf<typeof listNotices>,
    caller: Caller,
  ): Promise<ReplyOf<typeof listNotices>> {
    const { hubId, memberId, connectionId } = caller.claims;
    const before = readNoticeCursor(cursor);
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
    return noticePage(rows, limit);
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

  private async raiseSome(manager: EntityManager, traceId: string): Promise<{ seen: number; told: number }> {
    const [due] = (await manager.query(
      `UPDATE auth.connection SET notice_at = NULL WHERE id IN (SELECT id FROM auth.connection
        WHERE status = 'active' AND notice_at <= clock_timestamp() ORDER BY notice_at LIMIT ${atOnce}
        FOR UPDATE SKIP LOCKED) RETURNING id, clock_timestamp() AS now`,
    )) as [{ id: string; now: Date }[], number];
    const rows = await manager.getRepository(Connection).findBy({ id: In(due.map(({ id }) => id)) });
    let told = 0;
    for (const connection of rows) {
      const method = this.catalog.all.find(({ id }) => id === connection.provider)?.auth[connection.method];
      const [end] = grantEnds(connection, method).toSorted((a, b) => a.at.getTime() - b.at.getTime());
      if (!end) continue;
      const notice = { id: this.ids.uuid(), kind: 'ends_soon', reason: end.reason, endsAt: end.at } as const;
      const row = await raiseNotice(manager, connection, notice);
      if (!row) continue;
      await this.changes.notice(manager, row, traceId);
      told += 1;
    }
    return { seen: due.length, told };
  }
}
