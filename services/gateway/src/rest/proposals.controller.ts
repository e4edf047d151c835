import {
  confirmProposal,
  createProposal,
  editProposal,
  getProposal,
  getProposalRoute,
  getProposals,
  listProposals,
  postProposal,
  postProposalConfirm,
  postProposalReject,
  postProposalUndo,
  putProposal,
  rejectProposal,
  undoProposal,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** The cards. */
@Controller()
export class ProposalsController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getProposals)
  list({ query }: RouteInput<typeof getProposals>, caller: Caller) {
    return this.bus.request(listProposals, query, caller);
  }

  @HandleRoute(postProposal)
  create({ body }: RouteInput<typeof postProposal>, caller: Caller) {
    return this.bus.request(createProposal, body, caller);
  }

  @HandleRoute(getProposalRoute)
  read({ params }: RouteInput<typeof getProposalRoute>, caller: Caller) {
    return this.bus.request(getProposal, params, caller);
  }

  @HandleRoute(putProposal)
  edit({ params, body }: RouteInput<typeof putProposal>, caller: Caller) {
    return this.bus.request(editProposal, { ...params, ...body }, caller);
  }

  @HandleRoute(postProposalConfirm)
  confirm({ params, body }: RouteInput<typeof postProposalConfirm>, caller: Caller) {
    return this.bus.request(confirmProposal, { ...params, ...body }, caller);
  }

  @HandleRoute(postProposalReject)
  reject({ params }: RouteInput<typeof postProposalReject>, caller: Caller) {
    return this.bus.request(rejectProposal, params, caller);
  }

  @HandleRoute(postProposalUndo)
  undo({ params }: RouteInput<typeof postProposalUndo>, caller: Caller) {
    return this.bus.request(undoProposal, params, caller);
  }
}
