import { Inject, Injectable } from '@nestjs/common';
import { HubError, type NewSession } from '@switchboard/contracts';
import { appendAudit, Ids, type MaybeCaller, type Settings, SETTINGS } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import { arriving } from '../core/actors.ts';
import { signsIn } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { Hub } from '../core/hub.ts';
import { isLoopback } from '../core/public-address.ts';
import { Member } from '../people/member.entity.ts';
import { OwnerService } from '../people/owner.service.ts';
import { SignInAccount } from '../people/sign-in-account.entity.ts';
import { type ClientOf, SessionsService } from '../sessions/sessions.service.ts';
import type { Flow } from './flow.entity.ts';
import { FlowStore } from './flow-store.ts';
import { type Arrival, GrantIntake, type Intake } from './grant-intake.ts';

export interface Landed {
  readonly flow: Flow;
  readonly session?: NewSession;
  readonly replaced?: Intake['replaced'];
}

/** What a checked return is for: a connection, or a session. */
@Injectable()
export class LandingService {
  constructor(
    private readonly changes: Changes,
    private readonly intake: GrantIntake,
    private readonly store: FlowStore,
    private readonly owner: OwnerService,
    private readonly sessions: SessionsService,
    private readonly hub: Hub,
    private readonly ids: Ids,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws HubError with the reason, and nothing is stored. */
  land(flow: Flow, arrival: Arrival, client: ClientOf, caller: MaybeCaller): Promise<Landed> {
    return this.changes.commit((manager) =>
      flow.purpose === 'sign_in'
        ? this.signIn(manager, flow, arrival, client, caller)
        : this.connect(manager, flow, arrival, caller),
    );
  }

  private async connect(manager: EntityManager, flow: Flow, arrival: Arrival, caller: MaybeCaller): Promise<Landed> {
    const { memberId } = flow;
    if (!memberId) throw new HubError('flow_invalid');
    const intake = await this.keep(manager, flow, memberId, arrival, caller);
    await this.linkOwnAddress(manager, flow, memberId, arrival);
    const result = { connectionId: intake.connection.id, granted: intake.granted, missing: intake.missing };
    const ended = await this.store.succeed(manager, flow, result, caller.traceId);
    return { flow: ended, ...(intake.replaced && { replaced: intake.replaced }) };
  }

  private async signIn(
    manager: EntityManager,
    flow: Flow,
    arrival: Arrival,
    client: ClientOf,
    caller: MaybeCaller,
  ): Promise<Landed> {
    if (flow.environment === 'sandbox' && !isLoopback(this.settings.publicUrl)) throw new HubError('not_permitted');
    const member = flow.makesOwner
      ? await this.makeOwner(manager, flow, arrival)
      : await this.findMember(manager, flow, arrival);
    const intake = flow.makesOwner ? await this.keep(manager, flow, member.id, arrival, caller) : undefined;
    await appendAudit(manager, arriving(this.hub, caller, member.id), {
      event: flow.makesOwner ? 'hub.set_up' : 'session.signed_in',
      outcome: 'ok',
      subject: member.id,
      details: { by: flow.provider, environment: flow.environment, address: client.address },
    });
    const session = await this.sessions.create(manager, member, client);
    const result = {
      memberId: member.id,
      ...(intake && { connectionId: intake.connection.id, granted: intake.granted, missing: intake.missing }),
    };
    return { flow: await this.store.succeed(manager, flow, result, caller.traceId), session };
  }

  private async keep(
    manager: EntityManager,
    flow: Flow,
    memberId: string,
    arrival: Arrival,
    caller: MaybeCaller,
  ): Promise<Intake> {
    const intake = await this.intake.store(manager, flow, memberId, arrival);
    const { connection } = intake;
    const isNew = connection.credentialVersion === 1;
    await this.changes.connection(manager, connection, isNew ? 'connected' : 'changed', caller.traceId);
    await appendAudit(manager, arriving(this.hub, caller, memberId), {
      event: isNew ? 'connection.connected' : 'connection.reconnected',
      outcome: 'ok',
      subject: connection.id,
      details: {
        provider: flow.provider,
        environment: flow.environment,
        features: intake.granted,
        missing: intake.missing,
        ...(intake.keptOld && { keptOld: true }),
      },
    });
    return intake;
  }

  private async makeOwner(manager: EntityManager, flow: Flow, { identity }: Arrival): Promise<Member> {
    if (!identity.email) throw new HubError('provider_rejected', 'The account has no e-mail address to sign in with.');
    const member = await this.owner.make(manager, {
      name: identity.name ?? identity.email,
      email: identity.email,
      passwordHash: null,
      timeZone: 'UTC',
    });
    await this.link(manager, flow, member.id, identity);
    return member;
  }

  private async findMember(manager: EntityManager, flow: Flow, { identity, provider }: Arrival): Promise<Member> {
    const { hubId, environment } = flow;
    const account = await manager
      .getRepository(SignInAccount)
      .findOneBy({ hubId, provider: provider.id, environment, subject: identity.subject });
    const member = account && (await manager.getRepository(Member).findOneBy({ id: account.memberId, hubId }));
    if (!member || member.removedAt)
      throw new HubError(
        'not_permitted',
        `${identity.email ?? 'That account'} signs nobody in here. Sign in with your password, or ask for an invitation.`,
      );
    return member;
  }

  /** Whoever connects the account of their own address may sign in with it from then on. */
  private async linkOwnAddress(
    manager: EntityManager,
    flow: Flow,
    memberId: string,
    { identity, declaration }: Arrival,
  ): Promise<void> {
    const member = await manager.getRepository(Member).findOneBy({ id: memberId, hubId: flow.hubId });
    const same = member && identity.email?.toLowerCase() === member.email.toLowerCase();
    if (signsIn(declaration) && same) await this.link(manager, flow, memberId, identity);
  }

  private async link(
    manager: EntityManager,
    { hubId, provider, environment }: Flow,
    memberId: string,
    { subject, email }: Arrival['identity'],
  ): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(SignInAccount)
      .values({ id: this.ids.uuid(), hubId, memberId, provider, environment, subject, email: email ?? null })
      .orIgnore()
      .execute();
  }
}
