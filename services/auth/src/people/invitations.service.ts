import { Inject, Injectable } from '@nestjs/common';
import {
  type acceptInvitation,
  type createInvitation,
  HubError,
  type NewSession,
  type ReplyInput,
  type RequestOf,
} from '@switchboard/contracts';
import {
  actorOf,
  appendAudit,
  type Caller,
  Ids,
  type MaybeCaller,
  type Settings,
  SETTINGS,
} from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import { arriving } from '../core/actors.ts';
import { Changes } from '../core/changes.ts';
import { Hub } from '../core/hub.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { newToken, sha256 } from '../sessions/tokens.ts';
import { Invitation } from './invitation.entity.ts';
import { Member } from './member.entity.ts';
import { PasswordsService } from './passwords.service.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { zoneOr } from './sign-in.service.ts';

const validDays = 7;

/** Links that let a person join, once. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly changes: Changes,
    private readonly hub: Hub,
    private readonly ids: Ids,
    private readonly passwords: PasswordsService,
    private readonly limits: SignInLimits,
    private readonly sessions: SessionsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A second invitation for an address replaces the first. @throws HubError `conflict` for a member. */
  create(
    { email, role }: RequestOf<typeof createInvitation>,
    caller: Caller,
  ): Promise<ReplyInput<typeof createInvitation>> {
    const { hubId, memberId } = caller.claims;
    const token = newToken();
    return this.changes.commit(async (manager) => {
      if (await this.isMember(manager, email)) throw new HubError('conflict', `${email} is a member already.`);
      await manager.query('DELETE FROM auth.invitation WHERE hub_id = $1 AND lower(email) = lower($2)', [hubId, email]);
      const id = this.ids.uuid();
      const rows = manager.getRepository(Invitation);
      const expiresAt = (): string => `clock_timestamp() + make_interval(days => ${validDays})`;
      await rows.insert({ id, hubId, memberId, email, role, tokenHash: sha256(token), expiresAt });
      const row = await rows.findOneByOrFail({ id });
      await appendAudit(manager, actorOf(caller), {
        event: 'member.invited',
        outcome: 'ok',
        subject: id,
        details: { email, role },
      });
      const url = `${this.settings.publicUrl}/join#invitation=${token}`;
      return { id, email, role, expiresAt: row.expiresAt.toISOString(), token, url };
    });
  }

  /** @throws HubError `flow_invalid` for a link that was used, has ended or never was. */
  async accept(
    { token, name, password, timeZone, client }: RequestOf<typeof acceptInvitation>,
    caller: MaybeCaller,
  ): Promise<NewSession> {
    await this.limits.takeAnonymous('invitation', client.address);
    await this.passwords.refuseCommon(password, 'password', [name]);
    const passwordHash = await this.passwords.hash(password);
    return this.changes.commit(async (manager) => {
      const [[invitation]] = (await manager.query(
        `DELETE FROM auth.invitation WHERE token_hash = $1 AND hub_id = $2 AND expires_at > clock_timestamp()
          RETURNING id, email, role`,
        [sha256(token), this.hub.id],
      )) as [{ id: string; email: string; role: 'admin' | 'member' }[], number];
      if (!invitation || (await this.isMember(manager, invitation.email)))
        throw new HubError('flow_invalid', 'This invitation is not valid any more. Ask for a new one.');
      const member = { id: this.ids.uuid(), hubId: this.hub.id };
      const { email, role } = invitation;
      await manager
        .getRepository(Member)
        .insert({ ...member, name, email, role, passwordHash, timeZone: zoneOr(timeZone) });
      await appendAudit(manager, arriving(this.hub, caller, member.id), {
        event: 'member.joined',
        outcome: 'ok',
        subject: member.id,
        details: { role, invitation: invitation.id },
      });
      return this.sessions.create(manager, member, client);
    });
  }

  private async isMember(manager: EntityManager, email: string): Promise<boolean> {
    const count = await manager
      .getRepository(Member)
      .createQueryBuilder('m')
      .where('m.hubId = :hubId AND lower(m.email) = lower(:email) AND m.removedAt IS NULL', {
        hubId: this.hub.id,
        email,
      })
      .getCount();
    return count > 0;
  }
}
