import { confirmProposal, HubError, type Proposal, type ProposalId, type RequestOf } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, requireFresh, toWireError } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { ExecutionService } from '../actions/execution.service.ts';
import { CatalogService, type Entry } from '../catalog/catalog.service.ts';
import { CredentialsService } from '../credentials/credentials.service.ts';
import { RunsService } from '../runs/runs.service.ts';
import { digestOf } from './digest.ts';
import { PlannerService } from './planner.service.ts';
import { ProposalRows } from './proposal-rows.ts';
import { ProposalsService } from './proposals.service.ts';
import type { Outcome, PlannedStep, ProposalEntity } from './proposal.entity.ts';

/** A person's yes, no and undo. Only an interactive session of the proposal's own person gets here (P-2, P-3). */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly rows: ProposalRows,
    private readonly proposals: ProposalsService,
    private readonly planner: PlannerService,
    private readonly catalog: CatalogService,
    private readonly credentials: CredentialsService,
    private readonly execution: ExecutionService,
    private readonly runs: RunsService,
  ) {}

  /** Checks that the stored plan is what the person saw, then runs it once. */
  async confirm({ proposalId, digest }: RequestOf<typeof confirmProposal>, caller: Caller): Promise<Proposal> {
    requireSession(caller);
    const row = await this.rows.find(proposalId, caller);
    if (row.digest !== digest || digestOf(row.plan) !== digest) throw await this.deny(row, 'proposal_changed', caller);
    this.rows.requireOpen(row);
    if (row.plan.steps.some(({ action }) => this.catalog.find(action).action.effect === 'destroy'))
      requireFresh(caller);
    for (const step of row.plan.steps) await this.check(row, step, caller);
    await this.take(row, ['open'], 'running', 'proposal.confirmed', caller);
    return this.proposals.view(await this.runSteps(row, caller));
  }

  async reject(proposalId: ProposalId, caller: Caller): Promise<Proposal> {
    requireSession(caller);
    const row = await this.rows.find(proposalId, caller);
    this.rows.requireOpen(row);
    await this.take(row, ['open'], 'rejected', 'proposal.rejected', caller);
    return this.proposals.view(row);
  }

  /** Takes back what ran, last step first. @throws HubError `conflict` where a step cannot be undone. */
  async undo(proposalId: ProposalId, caller: Caller): Promise<Proposal> {
    requireSession(caller);
    const row = await this.rows.find(proposalId, caller);
    const done = row.outcomes
      .map((outcome, at) => ({ outcome, at }))
      .filter(({ outcome }) => outcome.output !== undefined);
    const before = row.status;
    if (!['succeeded', 'failed'].includes(before) || done.length === 0)
      throw new HubError('proposal_closed', 'There is nothing to undo.');
    if (done.some(({ at }) => !row.card[at]?.undo)) throw new HubError('conflict', 'This cannot be undone.');
    await this.take(row, [before], 'undoing', 'proposal.undoing', caller);
    try {
      for (const { outcome, at } of done.reverse())
        await this.undoStep(row.plan.steps[at] as PlannedStep, outcome, caller);
    } catch (error) {
      await this.rows.settle(row, before, row.outcomes, caller);
      throw error;
    }
    const undone = await this.rows.settle(row, 'undone', row.outcomes, caller, async (manager) => {
      for (const { outcome } of done) if (outcome.runId) await this.runs.markUndone(manager, outcome.runId, caller);
      await appendAudit(manager, actorOf(caller), { event: 'proposal.undone', outcome: 'ok', subject: row.id });
    });
    return this.proposals.view(undone);
  }

  private async check(row: ProposalEntity, step: PlannedStep, caller: Caller): Promise<void> {
    const { action } = this.catalog.find(step.action);
    const { connection } = await this.issue(step, caller);
    const files = await this.planner.filesOf(step.input, caller).catch(() => undefined);
    const same =
      action.version === step.actionVersion &&
      connection.account.subject === step.subject &&
      connection.environment === step.environment &&
      JSON.stringify(files) === JSON.stringify(step.files);
    if (!same) throw await this.deny(row, 'proposal_changed', caller);
  }

  private async take(
    row: ProposalEntity,
    from: readonly string[],
    to: ProposalEntity['status'],
    event: string,
    caller: Caller,
  ): Promise<void> {
    await this.database.forCaller(caller, async (manager) => {
      const moved = await this.rows.move(manager, row, from, to, caller);
      if (!moved) throw new HubError('proposal_closed');
      await appendAudit(manager, actorOf(caller), {
        event,
        outcome: 'ok',
        subject: row.id,
        details: { digest: row.digest },
      });
    });
    this.rows.wake();
  }

  private async runSteps(row: ProposalEntity, caller: Caller): Promise<ProposalEntity> {
    const outcomes: Outcome[] = [];
    for (const step of row.plan.steps) {
      try {
        const issued = await this.issue(step, caller);
        const entry = this.catalog.find(step.action);
        const { runId, output, before } = await this.execution.run(
          { entry, issued, asked: askedFor(step, entry), input: step.input, via: 'proposal', proposalId: row.id },
          caller,
        );
        outcomes.push({ runId, output, before });
      } catch (error) {
        const wire = toWireError(error);
        const status = wire.code === 'outcome_unknown' ? 'outcome_unknown' : 'failed';
        return this.settle(row, status, [...outcomes, { error: wire }], caller);
      }
    }
    return this.settle(row, 'succeeded', outcomes, caller);
  }

  /** Something ran: an error of ours must not read as if nothing had happened. */
  private settle(row: ProposalEntity, status: ProposalEntity['status'], outcomes: readonly Outcome[], caller: Caller) {
    return this.rows.settle(row, status, outcomes, caller).catch((cause: unknown) => {
      const message = 'The card ran, but its outcome could not be written down. Look before you try again.';
      throw new HubError('outcome_unknown', message, {}, { cause });
    });
  }

  private async undoStep(step: PlannedStep, { output, before, runId }: Outcome, caller: Caller): Promise<void> {
    const entry = this.catalog.find(step.action);
    const asked = { ...askedFor(step, entry), purpose: 'undo' as const };
    const context = {
      ...this.execution.context({ entry, issued: await this.issue(step, caller), asked }, caller),
      run: { id: runId ?? '', marker: '' },
    };
    await entry.action.undo?.(context, { input: step.input, output, before });
  }

  private issue(step: PlannedStep, caller: Caller) {
    return this.credentials.issue(askedFor(step, this.catalog.find(step.action)), caller);
  }

  private async deny(row: ProposalEntity, code: 'proposal_changed', caller: Caller): Promise<HubError> {
    await this.database.forCaller(caller, (manager) =>
      appendAudit(manager, actorOf(caller), {
        event: 'proposal.confirmed',
        outcome: 'denied',
        subject: row.id,
        details: { code },
      }),
    );
    return new HubError(code);
  }
}

const askedFor = (step: PlannedStep, { action }: Entry) => ({
  connectionId: step.connectionId,
  needs: action.needs,
  purpose: 'action' as const,
});

function requireSession({ claims }: Caller): void {
  if (claims.via !== 'session')
    throw new HubError('not_permitted', 'Only a person can decide, in a session of their own.');
}
