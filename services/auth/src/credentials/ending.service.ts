import { Injectable } from '@nestjs/common';
import { appendAudit } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import type { Connection } from '../connections/connection.entity.ts';
import { addToTimeline } from '../connections/timelines.ts';
import { Changes } from '../core/changes.ts';
import { NoticesService } from '../notices/notices.service.ts';

const reasons = {
  grant_ended: 'The provider ended this access. Connect the account again; everything else was kept.',
  refresh_outcome_unknown:
    'The answer to a renewal was lost twice, and the provider may have replaced the access. Connect the account again.',
  not_renewable: 'This access has run out and the provider gave no way to renew it. Connect the account again.',
  key_refused: 'The provider does not accept this key any more. Put in a new one; everything else was kept.',
} as const;

export type EndReason = keyof typeof reasons;

/** Marks a connection as needing its person, once (O-11). */
@Injectable()
export class EndingService {
  constructor(
    private readonly changes: Changes,
    private readonly notices: NoticesService,
  ) {}

  /** @returns false where a newer grant is stored by now, which this says nothing about. */
  end(connection: Connection, reason: EndReason, traceId: string): Promise<boolean> {
    return this.changes.commit(async (manager) => {
      const ended = await this.mark(manager, connection, reason);
      await manager.query('DELETE FROM auth.refresh_lease WHERE connection_id = $1 AND version = $2', [
        connection.id,
        connection.credentialVersion,
      ]);
      if (!ended) return false;
      await addToTimeline(manager, connection, 'reconnect_required', reasons[reason]);
      await this.notices.needsPerson(manager, connection, reasons[reason], traceId);
      await this.changes.connection(manager, connection, 'reconnect_required', traceId);
      const { hubId, memberId } = connection;
      await appendAudit(
        manager,
        { hubId, memberId, actor: 'service:auth', traceId },
        {
          event: 'connection.reconnect_required',
          outcome: 'failed',
          subject: connection.id,
          details: { provider: connection.provider, reason },
        },
      );
      return true;
    });
  }

  private async mark(manager: EntityManager, connection: Connection, reason: EndReason): Promise<boolean> {
    const [, changed] = (await manager.query(
      `UPDATE auth.connection SET status = 'reconnect_required', status_reason = $3, updated_at = clock_timestamp()
        WHERE id = $1 AND credential_version = $2 AND status = 'active'`,
      [connection.id, connection.credentialVersion, reasons[reason]],
    )) as [unknown, number];
    return changed > 0;
  }
}
