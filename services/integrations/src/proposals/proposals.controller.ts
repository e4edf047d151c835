import {
  confirmProposal,
  createProposal,
  editProposal,
  getProposal,
  listProposals,
  rejectProposal,
  type RequestOf,
  undoProposal,
} from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { DecisionsService } from './decisions.service.ts';
import { ProposalsService } from './proposals.service.ts';

@Controller()
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly decisions: DecisionsService,
  ) {}

  @HandleMessage(createProposal)
  create(request: RequestOf<typeof createProposal>, caller: Caller) {
    return this.proposals.create(request, caller);
  }

  @HandleMessage(listProposals)
  list(request: RequestOf<typeof listProposals>, caller: Caller) {
    return this.proposals.list(request, caller);
  }

  @HandleMessage(getProposal)
  get({ proposalId }: RequestOf<typeof getProposal>, caller: Caller) {
    return this.proposals.get(proposalId, caller);
  }

  @HandleMessage(editProposal)
  edit(request: RequestOf<typeof editProposal>, caller: Caller) {
    return this.proposals.edit(request, caller);
  }

  @HandleMessage(confirmProposal)
  confirm(request: RequestOf<typeof confirmProposal>, caller: Caller) {
    return this.decisions.confirm(request, caller);
  }

  @HandleMessage(rejectProposal)
  reject({ proposalId }: RequestOf<typeof rejectProposal>, caller: Caller) {
    return this.decisions.reject(proposalId, caller);
  }

  @HandleMessage(undoProposal)
  undo({ proposalId }: RequestOf<typeof undoProposal>, caller: Caller) {
    return this.decisions.undo(proposalId, caller);
  }
}
