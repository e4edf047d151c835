import { HubError, type RequestOf, type Run, type undoRun } from '@switchboard/contracts';
import { type Caller } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.ts';
import { CredentialsService } from '../credentials/credentials.service.ts';
import type { RunEntity } from '../runs/run.entity.ts';
import { toRun } from '../runs/run-view.ts';
import { UndoneRuns } from '../runs/undone-runs.ts';
import { ExecutionService } from './execution.service.ts';

/** Takes back what a form or an API key ran; what a card ran is undone by its card. */
@Injectable()
export class UndoService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly credentials: CredentialsService,
    private readonly execution: ExecutionService,
    private readonly runs: UndoneRuns,
  ) {}

  /** @throws HubError with a code listed in `undoRun.errors`. */
  async undo({ runId }: RequestOf<typeof undoRun>, caller: Caller): Promise<Run> {
    const row = await this.runs.find(runId, caller);
    const entry = row.proposalId || row.action.endsWith('.proxy') ? undefined : this.catalog.find(row.action);
    if (!entry?.action.undo) throw new HubError('conflict', 'This cannot be undone.');
    const asked = { connectionId: row.connectionId as never, needs: entry.action.needs, purpose: 'undo' as const };
    const issued = await this.credentials.issue(asked, caller);
    if (!(await this.runs.take(row, caller))) throw new HubError('conflict', 'There is nothing to undo.');
    const context = { ...this.execution.context({ entry, issued, asked }, caller), run: { id: row.id, marker: '' } };
    await this.attempt(row, caller, async () => entry.action.undo?.(context, outcomeOf(row)));
    return toRun(await this.runs.settle(row, 'undone', caller));
  }

  /** A failed attempt leaves the run as it was, to be tried again; one whose end is not known leaves it unknown. */
  private async attempt(row: RunEntity, caller: Caller, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const unknown = error instanceof HubError && error.code === 'outcome_unknown';
      await this.runs.settle(row, unknown ? 'outcome_unknown' : 'succeeded', caller);
      throw error;
    }
  }
}

const outcomeOf = ({ input, output, before }: RunEntity) => ({
  input: input as never,
  output: output as never,
  before: before as never,
});
