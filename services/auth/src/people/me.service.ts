import { Injectable } from '@nestjs/common';
import { HubError, type Me, type RequestOf, type updateMe } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, requireFresh } from '@switchboard/nest-kit';
import { Changes } from '../core/changes.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { Member } from './member.entity.ts';
import { PasswordsService } from './passwords.service.ts';
import { SignInAccount } from './sign-in-account.entity.ts';
import { zoneOr } from './sign-in.service.ts';

/** The caller's own person. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
  ) {}

  async get({ claims }: Caller): Promise<Me> {
    const { member, accounts } = await this.database.asService(async (manager) => {
      const who = { hubId: claims.hubId, memberId: claims.memberId };
      return {
        member: await manager.getRepository(Member).findOneBy({ id: who.memberId, hubId: who.hubId }),
        accounts: await manager.getRepository(SignInAccount).findBy(who),
      };
    });
    if (!member || member.removedAt) throw new HubError('unauthenticated');
    return {
      hubId: claims.hubId,
      memberId: claims.memberId,
      name: member.name,
      email: member.email,
      ...(member.picture && { picture: member.picture }),
      role: member.role,
      permissions: claims.permissions,
      timeZone: member.timeZone,
      notifyBy: member.notifyBy,
      hasPassword: member.passwordHash !== null,
      signInAccounts: accounts.map(({ provider, email }) => ({ provider, ...(email && { email }) })),
      authenticatedAt: new Date(claims.authenticatedAt * 1_000).toISOString(),
      ...(claims.apiKeyId && { apiKeyId: claims.apiKeyId }),
    };
  }

  /** A new password needs a fresh login and ends every other session. @throws HubError `reauthentication_required`, `input_invalid`. */
  async update({ name, timeZone, notifyBy, newPassword }: RequestOf<typeof updateMe>, caller: Caller): Promise<Me> {
    const { claims, traceId } = caller;
    if (timeZone !== undefined && zoneOr(timeZone) !== timeZone)
      throw new HubError('input_invalid', undefined, {
        errors: [{ path: '/timeZone', message: 'This is no time zone we know.' }],
      });
    let passwordHash: string | undefined;
    if (newPassword !== undefined) {
      requireFresh(caller);
      const { email, name: called } = await this.get(caller);
      await this.passwords.refuseCommon(newPassword, 'newPassword', [email, called]);
      passwordHash = await this.passwords.hash(newPassword);
    }
    const set = {
      ...(name && { name }),
      ...(timeZone && { timeZone }),
      ...(notifyBy && { notifyBy }),
      ...(passwordHash && { passwordHash }),
    };
    if (Object.keys(set).length > 0)
      await this.changes.commit(async (manager) => {
        await manager.getRepository(Member).update({ id: claims.memberId, hubId: claims.hubId }, set);
        if (passwordHash) await this.sessions.endAll(manager, claims, traceId, claims.sessionId);
        await appendAudit(manager, actorOf(caller), {
          event: passwordHash ? 'member.password_changed' : 'member.changed',
          outcome: 'ok',
          subject: claims.memberId,
          details: { fields: Object.keys(set).filter((field) => field !== 'passwordHash') },
        });
      });
    return this.get(caller);
  }
}
