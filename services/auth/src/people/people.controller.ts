import { Controller } from '@nestjs/common';
import {
  acceptInvitation,
  completeSetup,
  createInvitation,
  getMe,
  getSetup,
  listMembers,
  removeMember,
  type RequestOf,
  updateMe,
  updateMember,
} from '@switchboard/contracts';
import { type Caller, HandleMessage, type MaybeCaller } from '@switchboard/nest-kit';
import { Hub } from '../core/hub.ts';
import { ProvidersService } from '../providers/providers.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { MeService } from './me.service.ts';
import { MembersService } from './members.service.ts';
import { OwnerService } from './owner.service.ts';
import { SignInService } from './sign-in.service.ts';

@Controller()
export class PeopleController {
  constructor(
    private readonly hub: Hub,
    private readonly owner: OwnerService,
    private readonly providers: ProvidersService,
    private readonly signIns: SignInService,
    private readonly me: MeService,
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
  ) {}

  @HandleMessage(getSetup)
  async setup() {
    const [done, signInProviders] = await Promise.all([this.owner.exists(), this.providers.forSignIn()]);
    return { done, hubId: this.hub.id, hubName: this.hub.name, signInProviders };
  }

  @HandleMessage(completeSetup)
  completeSetup(request: RequestOf<typeof completeSetup>, caller: MaybeCaller) {
    return this.signIns.setUp(request, caller);
  }

  @HandleMessage(getMe)
  getMe(_: RequestOf<typeof getMe>, caller: Caller) {
    return this.me.get(caller);
  }

  @HandleMessage(updateMe)
  updateMe(request: RequestOf<typeof updateMe>, caller: Caller) {
    return this.me.update(request, caller);
  }

  @HandleMessage(listMembers)
  list(_: RequestOf<typeof listMembers>, caller: Caller) {
    return this.members.list(caller);
  }

  @HandleMessage(updateMember)
  update({ memberId, role }: RequestOf<typeof updateMember>, caller: Caller) {
    return this.members.update(memberId, role, caller);
  }

  @HandleMessage(removeMember)
  async remove({ memberId }: RequestOf<typeof removeMember>, caller: Caller) {
    await this.members.remove(memberId, caller);
    return { removed: true as const };
  }

  @HandleMessage(createInvitation)
  invite(request: RequestOf<typeof createInvitation>, caller: Caller) {
    return this.invitations.create(request, caller);
  }

  @HandleMessage(acceptInvitation)
  accept(request: RequestOf<typeof acceptInvitation>, caller: MaybeCaller) {
    return this.invitations.accept(request, caller);
  }
}
