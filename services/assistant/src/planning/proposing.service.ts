import { createProposal, getProposal, type Proposal, type ProposalId } from '@switchboard/contracts';
import { Bus } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import type { Kept, Turn } from './turn.ts';

export interface Wanted {
  readonly capability: string;
  readonly input: unknown;
  /** JSON pointers of what the person did not say. */
  readonly assumed?: readonly string[];
  readonly warnings?: readonly string[];
  /** What is said above the card. */
  readonly lead: string;
  /** Keeps the account of what it acts on. */
  readonly connectionId?: string;
}

/** Puts a card in front of the person; a follow-up takes the place of the card it changes. */
@Injectable()
export class ProposingService {
  constructor(private readonly bus: Bus) {}

  async propose({ capability, input, assumed = [], warnings = [], lead }: Wanted, turn: Turn): Promise<Kept> {
    const { conversation, caller, threadId, outside } = turn;
    const replaces = await this.openCard(turn);
    const step = {
      capability,
      connectionId: conversation.settled.connectionId,
      input: input as never,
      assumed: [...assumed],
    };
    const request = {
      steps: [step],
      threadId,
      warnings: [...warnings],
      tainted: outside.read,
      named: [...conversation.named, ...outside.named],
      replaces,
    };
    const proposal = await this.bus.request(createProposal, request, caller);
    turn.say({ kind: 'text', text: lead });
    turn.say({ kind: 'proposal', proposalId: proposal.id });
    return { frame: turn.frame, proposalId: proposal.id };
  }

  /** The card that is still open in this conversation. */
  async open(turn: Turn): Promise<Proposal | undefined> {
    const proposal = await this.last(turn);
    return proposal?.status === 'open' ? proposal : undefined;
  }

  /** The card this conversation put last in front of the person, whatever became of it. */
  async last({ conversation, caller }: Turn): Promise<Proposal | undefined> {
    if (!conversation.proposalId) return undefined;
    const proposalId = conversation.proposalId as ProposalId;
    return this.bus.request(getProposal, { proposalId }, caller).catch(() => undefined);
  }

  private async openCard(turn: Turn): Promise<ProposalId | undefined> {
    const isFollowUp = turn.understood.followUp !== undefined;
    return isFollowUp ? (await this.open(turn))?.id : undefined;
  }
}
