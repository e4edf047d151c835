import { Inject, Injectable } from '@nestjs/common';
import {
  type CallerClaims,
  type claimNotice,
  type ConnectionId,
  type MemberId,
  type ReplyInput,
} from '@switchboard/contracts';
import {
  appendAudit,
  type Caller,
  Clock,
  Database,
  type Settings,
  SETTINGS,
  StatementSigner,
} from '@switchboard/nest-kit';
import { Hub } from '../core/hub.ts';
import { Member } from '../people/member.entity.ts';
import { NoticeRow } from './notice.entity.ts';

const statementSeconds = 60;
/** What is older is not sent any more: whoever opens the dashboard sees it there. */
const oldestHours = 24;

/** Gives a notice out to be sent, to whoever asks first, and only where its person switched that on. */
@Injectable()
export class NoticeClaims {
  constructor(
    private readonly database: Database,
    private readonly hub: Hub,
    private readonly clock: Clock,
    private readonly signer: StatementSigner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async claim(id: string): Promise<ReplyInput<typeof claimNotice>> {
    const taken = await this.database.asService(async (manager) => {
      const [claimed] = (await manager.query(
        `UPDATE auth.notice SET claimed_at = clock_timestamp() WHERE id = $1 AND hub_id = $2 AND claimed_at IS NULL
          AND over_at IS NULL AND dismissed_at IS NULL
          AND raised_at > clock_timestamp() - make_interval(hours => ${oldestHours}) RETURNING id`,
        [id, this.hub.id],
      )) as [unknown[], number];
      if (claimed.length === 0) return undefined;
      const notice = await manager.getRepository(NoticeRow).findOneByOrFail({ id });
      const member = await manager.getRepository(Member).findOneBy({ id: notice.memberId, hubId: this.hub.id });
      if (!member || member.removedAt || member.notifyBy === 'dashboard') return undefined;
      const { hubId, memberId, connectionId } = notice;
      await appendAudit(
        manager,
        { hubId, memberId, actor: 'service:auth' },
        { event: 'notice.given_out', outcome: 'ok', subject: id, details: { by: member.notifyBy, connectionId } },
      );
      return { notice, member, by: member.notifyBy };
    });
    if (!taken) return {};
    const { notice, member, by } = taken;
    const claims = this.claimsOf(member);
    return {
      telling: {
        by,
        to: member.email,
        subject: subjectOf(notice),
        text: this.textOf(notice),
        about: notice.connectionId as ConnectionId,
        statement: this.signer.sign(claims),
        claims,
      },
    };
  }

  async noteTold(id: string, by: 'mail' | 'messages', { claims }: Caller): Promise<boolean> {
    const { hubId, memberId } = claims;
    const { affected } = await this.database.forMember(claims, (manager) =>
      manager.getRepository(NoticeRow).update({ id, hubId, memberId }, { toldBy: by }),
    );
    return Boolean(affected);
  }

  /** May read the person's connections and have one of them used; nothing else, and for a minute (D-2). */
  private claimsOf({ id, role }: Member): CallerClaims {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1_000);
    return {
      hubId: this.hub.id,
      memberId: id as MemberId,
      role,
      via: 'service',
      permissions: ['public', 'self', 'connections:read'],
      authenticatedAt: 0,
      issuedAt,
      expiresAt: issuedAt + statementSeconds,
    };
  }

  private textOf(notice: NoticeRow): string {
    const { label, reason, connectionId } = notice;
    const lead = notice.kind === 'ends_soon' ? `${label} will be disconnected` : `${label} must be connected again`;
    const when = notice.endsAt ? ` on ${notice.endsAt.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
    const open = `Open ${this.settings.publicUrl}/connections/${connectionId} to connect it again.`;
    return `${lead}${when}.\n\n${reason}\n\n${open}`;
  }
}

const subjectOf = ({ kind, label }: NoticeRow): string =>
  kind === 'ends_soon' ? `${label} needs you soon` : `${label} must be connected again`;
