import {
  acceptInvitation,
  createInvitation,
  deleteMember,
  getMembers,
  listMembers,
  patchMember,
  postInvitation,
  postInvitationAcceptance,
  removeMember,
  updateMember,
} from '@switchboard/contracts';
import { Bus, type Caller, type MaybeCaller } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { clientOf, SessionsService } from '../sign-in/sessions.service.ts';

/** People of the hub and how they join. */
@Controller()
export class MembersController {
  constructor(
    private readonly bus: Bus,
    private readonly sessions: SessionsService,
  ) {}

  @HandleRoute(getMembers)
  list(_: RouteInput<typeof getMembers>, caller: Caller) {
    return this.bus.request(listMembers, {}, caller);
  }

  @HandleRoute(patchMember)
  update({ params, body }: RouteInput<typeof patchMember>, caller: Caller) {
    return this.bus.request(updateMember, { ...params, ...body }, caller);
  }

  @HandleRoute(deleteMember)
  remove({ params }: RouteInput<typeof deleteMember>, caller: Caller) {
    return this.bus.request(removeMember, params, caller);
  }

  @HandleRoute(postInvitation)
  invite({ body }: RouteInput<typeof postInvitation>, caller: Caller) {
    return this.bus.request(createInvitation, body, caller);
  }

  @HandleRoute(postInvitationAcceptance)
  async accept({ body }: RouteInput<typeof postInvitationAcceptance>, caller: MaybeCaller, http: Http) {
    const session = await this.bus.request(acceptInvitation, { ...body, client: clientOf(http) }, caller);
    const { memberId } = await this.sessions.open(session, caller, http);
    return { memberId };
  }
}
