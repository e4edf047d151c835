import { Injectable } from '@nestjs/common';
import {
  HubError,
  type Member as MemberView,
  type MemberId,
  type ReplyInput,
  type listMembers,
  type Role,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database } from '@switchboard/nest-kit';
import { type EntityManager, IsNull } from 'typeorm';
import { DisconnectService } from '../connections/disconnect.service.ts';
import { Changes } from '../core/changes.ts';
import { Vault } from '../credentials/vault.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { Invitation } from './invitation.entity.ts';
import { Member } from './member.entity.ts';

/** The people of the hub and what they may do. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly sessions: SessionsService,
    private readonly disconnecting: DisconnectService,
    private readonly vault: Vault,
  ) {}

  /** Open invitations are shown to those who may invite. */
  list({ claims }: Caller): Promise<ReplyInput<typeof listMembers>> {
    const { hubId } = claims;
    return this.database.asService(async (manager) => {
      const members = await manager
        .getRepository(Member)
        .find({ where: { hubId, removedAt: IsNull() }, order: { joinedAt: 'ASC' } });
      const open = claims.permissions.includes('members:manage')
        ? await manager
            .getRepository(Invitation)
            .createQueryBuilder('i')
            .where('i.hubId = :hubId AND i.expiresAt > clock_timestamp()', { hubId })
            .orderBy('i.createdAt', 'DESC')
            .getMany()
        : [];
      return {
        items: members.map(memberView),
        invitations: open.map(({ id, email, role, expiresAt }) => ({
          id,
          email,
          role,
          expiresAt: expiresAt.toISOString(),
        })),
      };
    });
  }

  /** A changed role ends the member's sessions, so that new ones carry it (G-1), and the invitations made under the old one. @throws HubError `not_found`, `conflict`. */
  async update(memberId: string, role: Exclude<Role, 'owner'>, caller: Caller): Promise<MemberView> {
    return this.changes.commit(async (manager) => {
      const member = await this.other(manager, memberId, caller);
      if (member.role !== role) {
        await manager.getRepository(Member).update({ id: member.id, hubId: member.hubId }, { role });
        await this.sessions.endAll(manager, { hubId: member.hubId, memberId }, caller.traceId);
        await manager.query('DELETE FROM auth.invitation WHERE hub_id = $1 AND member_id = $2', [
          member.hubId,
          memberId,
        ]);
        await this.changes.caller(manager, { memberId: memberId as MemberId }, caller.traceId);
        await appendAudit(manager, actorOf(caller), {
          event: 'member.role_changed',
          outcome: 'ok',
          subject: memberId,
          details: { from: member.role, to: role },
        });
      }
      return memberView({ ...member, role });
    });
  }

  /** Ends sessions and keys first, then every connection upstream, then shreds the rest. @throws HubError `not_found`, `conflict`. */
  async remove(memberId: string, caller: Caller): Promise<void> {
    const { hubId } = caller.claims;
    const secrets = await this.changes.commit(async (manager) => {
      const member = await this.other(manager, memberId, caller);
      await this.sessions.endAll(manager, { hubId, memberId }, caller.traceId);
      for (const table of ['api_key', 'sign_in_account', 'invitation', 'flow', 'notice'])
        await manager.query(`DELETE FROM auth.${table} WHERE hub_id = $1 AND member_id = $2`, [hubId, memberId]);
      const [rows] = (await manager.query('DELETE FROM auth.secret WHERE hub_id = $1 AND member_id = $2 RETURNING id', [
        hubId,
        memberId,
      ])) as [{ id: string }[], number];
      for (const { id } of rows) await this.vault.shred(manager, id);
      // Whatever stops this process now: the job that tries revocations again finds every one of them.
      await manager.query(
        `UPDATE auth.connection SET status = 'revocation_pending', updated_at = clock_timestamp(),
          revoke_next_at = clock_timestamp() + interval '2 minutes'
          WHERE hub_id = $1 AND member_id = $2 AND status IN ('active', 'reconnect_required')`,
        [hubId, memberId],
      );
      await manager.query(
        `UPDATE auth.member SET removed_at = clock_timestamp(), password_hash = NULL, role = 'member' WHERE id = $1`,
        [member.id],
      );
      await this.changes.caller(manager, { memberId: memberId as MemberId }, caller.traceId);
      await appendAudit(manager, actorOf(caller), { event: 'member.removed', outcome: 'ok', subject: memberId });
      return rows.map(({ id }) => id);
    });
    await this.vault.keepShredded(secrets);
    await this.disconnecting.disconnectAll({ hubId, memberId }, actorOf(caller));
  }

  private async other(manager: EntityManager, id: string, { claims }: Caller): Promise<Member> {
    const member = await manager
      .getRepository(Member)
      .findOne({ where: { id, hubId: claims.hubId, removedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    if (!member) throw new HubError('not_found', 'There is no such member.');
    if (member.role === 'owner') throw new HubError('conflict', 'The owner stays the owner.');
    if (member.id === claims.memberId) throw new HubError('conflict', 'Somebody else has to change your own role.');
    return member;
  }
}

const memberView = (row: Member): MemberView => ({
  id: row.id as MemberId,
  name: row.name,
  email: row.email,
  role: row.role,
  joinedAt: row.joinedAt.toISOString(),
  ...(row.lastSeenAt && { lastSeenAt: row.lastSeenAt.toISOString() }),
});
