import { type ConnectionId, HubError, type RequestOf, createProposal } from '@switchboard/contracts';
import { type Caller, parseInput } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { ExecutionService } from '../actions/execution.service.ts';
import { CatalogService, type Entry } from '../catalog/catalog.service.ts';
import { AccountsService } from '../credentials/accounts.service.ts';
import { CredentialsService } from '../credentials/credentials.service.ts';
import { FilesService } from '../files/files.service.ts';
import { drawCard, recipientsOf } from './card.ts';
import { plain } from '../plain.ts';
import { stagedFilesIn } from './staged-files.ts';
import type { CardStep, PlannedStep } from './proposal.entity.ts';

type Wanted = RequestOf<typeof createProposal>['steps'][number];

export interface Planned {
  readonly step: PlannedStep;
  readonly card: CardStep;
}

/** Turns what is wanted into a step that can be run as it stands: account, ids, times and files resolved. */
@Injectable()
export class PlannerService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly accounts: AccountsService,
    private readonly credentials: CredentialsService,
    private readonly execution: ExecutionService,
    private readonly files: FilesService,
  ) {}

  /** @throws {HubError} with a code listed in `createProposal.errors`. */
  async plan(wanted: Wanted, caller: Caller): Promise<Planned> {
    const { entry, connectionId } = await this.chosen(wanted, caller);
    const { action, provider, ref } = entry;
    if (action.effect === 'read') throw new HubError('input_invalid', 'A read needs no card.');
    const input = plain(parseInput(action.input, wanted.input) as Record<string, unknown>);
    const asked = { connectionId, needs: action.needs, purpose: 'action' as const };
    const issued = await this.credentials.issue(asked, caller);
    const { connection } = issued;
    const context = { ...this.execution.context({ entry, issued, asked }, caller), run: unborn };
    const before: unknown = action.before ? await action.before(context, input) : undefined;
    return {
      step: {
        action: ref,
        actionVersion: action.version,
        connectionId,
        environment: connection.environment,
        subject: connection.account.subject,
        input,
        files: await this.filesOf(input, caller),
        recipients: recipientsOf(before),
      },
      card: {
        title: action.title,
        effect: action.effect,
        provider: provider.id,
        account: connection.account,
        accountLabel: connection.label,
        undo: action.undo !== undefined,
        fields: drawCard({ schema: this.catalog.inputSchema(entry), input, before, assumed: wanted.assumed }),
      },
    };
  }

  /** @throws HubError `input_invalid` where a staged file is gone. */
  async filesOf(input: unknown, caller: Caller): Promise<Record<string, string>> {
    const found = stagedFilesIn(input).map(async (id) => {
      const { view, content } = await this.files.open(id, caller).catch(() => {
        throw new HubError('input_invalid', 'An attached file is gone. Attach it again.');
      });
      content.destroy();
      return [id, view.sha256] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  }

  private async chosen(
    { action, capability, connectionId }: Wanted,
    caller: Caller,
  ): Promise<{ entry: Entry; connectionId: ConnectionId }> {
    if (action) {
      const entry = this.catalog.find(action);
      return connectionId ? { entry, connectionId } : this.accounts.choose([entry], undefined, caller);
    }
    if (!capability) throw new HubError('input_invalid', 'A step names an action or a capability.');
    return this.accounts.choose(this.catalog.fulfilling(capability), connectionId, caller);
  }
}

/** `before` only reads; a plan has no run yet. */
const unborn = { id: '', marker: '' };
