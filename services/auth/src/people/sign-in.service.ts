import { Injectable } from '@nestjs/common';
import { HubError, type NewSession } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, type MaybeCaller } from '@switchboard/nest-kit';
import { arriving } from '../core/actors.ts';
import { Changes } from '../core/changes.ts';
import { Hub } from '../core/hub.ts';
import { type ClientOf, SessionsService } from '../sessions/sessions.service.ts';
import { Member } from './member.entity.ts';
import { OwnerService } from './owner.service.ts';
import { PasswordsService } from './passwords.service.ts';
import { SignInLimits } from './sign-in-limits.ts';

interface Setup {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
  readonly client: ClientOf;
}

/** Ways in with a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly hub: Hub,
    private readonly passwords: PasswordsService,
    private readonly limits: SignInLimits,
    private readonly sessions: SessionsService,
    private readonly owner: OwnerService,
  ) {}

  /** @throws HubError with a code listed in `completeSetup.errors`. */
  async setUp({ code, client, ...person }: Setup, caller: MaybeCaller): Promise<NewSession> {
    await this.limits.takeAnonymous('setup', client.address);
    if (await this.owner.exists()) throw new HubError('already_set_up');
    if (!this.owner.codeIsRight(code)) {
      await this.refused(caller, 'setup', undefined, client);
      throw new HubError(
        'credentials_wrong',
        'The set-up code is not right. It is in the address printed at the start.',
      );
    }
    await this.passwords.refuseCommon(person.password, 'password', [person.email, person.name]);
    const { name, email, timeZone } = person;
    const passwordHash = await this.passwords.hash(person.password);
    return this.changes.commit(async (manager) => {
      const member = await this.owner.make(manager, { name, email, timeZone: zoneOr(timeZone), passwordHash });
      await appendAudit(manager, arriving(this.hub, caller, member.id), {
        event: 'hub.set_up',
        outcome: 'ok',
        subject: member.id,
      });
      return this.sessions.create(manager, member, client);
    });
  }

  /** @throws HubError `credentials_wrong`, the same for names nobody has, or `rate_limited`. */
  async signIn(
    { email, password, client }: { email: string; password: string; client: ClientOf },
    caller: MaybeCaller,
  ): Promise<NewSession> {
    await this.limits.take(email, client.address);
    const member = await this.findByEmail(email);
    if (!(await this.passwords.matches(member?.passwordHash, password)) || !member) {
      await this.refused(caller, 'password', member?.id, client);
      throw new HubError('credentials_wrong');
    }
    await this.limits.succeeded(email, client.address);
    return this.changes.commit(async (manager) => {
      await appendAudit(manager, arriving(this.hub, caller, member.id), {
        event: 'session.signed_in',
        outcome: 'ok',
        subject: member.id,
        details: { by: 'password', address: client.address },
      });
      return this.sessions.create(manager, member, client);
    });
  }

  /** Proves the person again: a new session under a new token, the old one ends (G-1, G-2). */
  async renew({ password, client }: { password: string; client: ClientOf }, caller: Caller): Promise<NewSession> {
    const { claims, traceId } = caller;
    const member = await this.database.asService((manager) =>
      manager.getRepository(Member).findOneBy({ id: claims.memberId, hubId: claims.hubId }),
    );
    if (!member || claims.via !== 'session' || !claims.sessionId) throw new HubError('credentials_wrong');
    await this.limits.take(member.email, client.address);
    if (!(await this.passwords.matches(member.passwordHash, password))) {
      await this.refused(caller, 'password', member.id, client);
      throw new HubError('credentials_wrong', 'The password is not right.');
    }
    await this.limits.succeeded(member.email, client.address);
    return this.changes.commit(async (manager) => {
      await this.sessions.endOne(manager, claims, claims.sessionId ?? '', traceId);
      await appendAudit(manager, actorOf(caller), { event: 'session.renewed', outcome: 'ok', subject: member.id });
      return this.sessions.create(manager, member, client);
    });
  }

  private findByEmail(email: string): Promise<Member | null> {
    return this.database.asService((manager) =>
      manager
        .getRepository(Member)
        .createQueryBuilder('m')
        .where('m.hubId = :hubId AND lower(m.email) = lower(:email) AND m.removedAt IS NULL', {
          hubId: this.hub.id,
          email: email.trim(),
        })
        .getOne(),
    );
  }

  private refused(caller: MaybeCaller, by: string, memberId: string | undefined, client: ClientOf): Promise<void> {
    return this.database.asService((manager) =>
      appendAudit(manager, arriving(this.hub, caller), {
        event: 'session.refused',
        outcome: 'denied',
        subject: memberId,
        details: { by, address: client.address },
      }),
    );
  }
}

/** The zone where the runtime knows it, else UTC. */
export function zoneOr(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}
