import {
  type ConnectionId,
  HubError,
  readCapability,
  type ReplyOf,
  type RequestOf,
  runAction,
} from '@switchboard/contracts';
import { type Caller, parseInput, requireFresh } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { CatalogService, type Entry } from '../catalog/catalog.service.ts';
import { AccountsService, type Chosen } from '../credentials/accounts.service.ts';
import { CredentialsService } from '../credentials/credentials.service.ts';
import { ExecutionService } from './execution.service.ts';

/** Runs actions that need no card: reads, and writes of a person's own form or of a key that may. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly accounts: AccountsService,
    private readonly credentials: CredentialsService,
    private readonly execution: ExecutionService,
  ) {}

  /** @throws {HubError} with a code listed in `runAction.errors`. */
  async run(
    { connectionId, action: ref, capability = '', input, by }: RequestOf<typeof runAction>,
    caller: Caller,
  ): Promise<ReplyOf<typeof runAction>> {
    const entries = ref ? [this.catalog.find(ref)] : this.catalog.fulfilling(capability);
    for (const entry of entries) allow(entry, caller);
    const { entry, connectionId: chosen } = await this.actor(entries, connectionId, ref !== undefined, caller);
    const parsed = parseInput(entry.action.input, input) as Record<string, unknown>;
    const { runId, output, durationMs, account } = await this.execute(entry, chosen, parsed, caller, by);
    return { runId, connectionId: chosen, action: entry.ref, account, output: output as never, durationMs };
  }

  /** @throws {HubError} with a code listed in `readCapability.errors`. */
  async read(
    { capability, connectionId, input }: RequestOf<typeof readCapability>,
    caller: Caller,
  ): Promise<ReplyOf<typeof readCapability>> {
    const entries = this.catalog.fulfilling(capability);
    if (entries.some(({ action }) => action.effect !== 'read')) throw new HubError('not_permitted', 'This is no read.');
    const { entry, connectionId: chosen } = await this.accounts.choose(entries, connectionId, caller);
    const parsed = parseInput(entry.action.input, input) as Record<string, unknown>;
    const { runId, output, durationMs, account } = await this.execute(entry, chosen, parsed, caller);
    return { runId, connectionId: chosen, action: entry.ref, account, output: output as never, durationMs };
  }

  /** An action and a connection that are both named need no look at the person's other accounts. */
  private async actor(
    entries: readonly Entry[],
    connectionId: ConnectionId | undefined,
    named: boolean,
    caller: Caller,
  ): Promise<Chosen> {
    const [entry] = entries;
    return named && entry && connectionId
      ? { entry, connectionId }
      : this.accounts.choose(entries, connectionId, caller);
  }

  private async execute(
    entry: Entry,
    connectionId: ConnectionId,
    input: Record<string, unknown>,
    caller: Caller,
    by?: 'form',
  ) {
    const asked = { connectionId, needs: entry.action.needs, purpose: 'action' as const };
    const issued = await this.credentials.issue(asked, caller);
    if (issued.connection.provider !== entry.provider.id) throw new HubError('connection_unknown');
    const via = by && entry.action.effect === 'read' ? by : caller.claims.via;
    const done = await this.execution.run({ entry, issued, asked, input, via }, caller);
    return { ...done, account: issued.connection.label };
  }
}

function allow({ action }: Entry, caller: Caller): void {
  if (action.effect === 'read') return;
  if (!caller.claims.permissions.includes('actions:write'))
    throw new HubError('not_permitted', 'This changes something and needs the permission actions:write.');
  if (action.effect === 'destroy' && caller.claims.via === 'session') requireFresh(caller);
}
