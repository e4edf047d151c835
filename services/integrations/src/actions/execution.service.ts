import { HubError, type Run } from '@switchboard/contracts';
import { type Caller, Clock } from '@switchboard/nest-kit';
import { type ActionContext, createHttp } from '@switchboard/provider-kit';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../catalog/catalog.service.ts';
import type { Asked, Issued } from '../credentials/credentials.service.ts';
import { OutboundService } from '../credentials/outbound.service.ts';
import { FilesService } from '../files/files.service.ts';
import { plain } from '../plain.ts';
import { type Begun, RunsService } from '../runs/runs.service.ts';
import { Patience } from './patience.ts';

export interface Execution {
  readonly entry: Entry;
  readonly issued: Issued;
  readonly asked: Asked;
  /** Already parsed by the action's schema. */
  readonly input: Record<string, unknown>;
  readonly via: Run['via'];
  readonly proposalId?: string;
}

type Context = Omit<ActionContext, 'run'>;

/** Runs one action, and asks the provider itself where an answer stayed unclear. */
@Injectable()
export class ExecutionService {
  constructor(
    private readonly runs: RunsService,
    private readonly outbound: OutboundService,
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  run(execution: Execution, caller: Caller) {
    const { entry, issued, input, via, proposalId } = execution;
    const subject = {
      provider: entry.provider.id,
      connectionId: issued.connection.id,
      accountLabel: issued.connection.label,
      action: entry.ref,
      effect: entry.action.effect,
      via,
      proposalId,
      input,
    };
    return this.runs.record(subject, caller, (run) => this.attempt(execution, run, caller));
  }

  /** What an action's functions get: a bound `http`, the person's files, the account. */
  context({ entry, issued, asked }: Pick<Execution, 'entry' | 'issued' | 'asked'>, caller: Caller): Context {
    const { provider, action } = entry;
    const { account, settings } = issued.connection;
    const patience = new Patience(caller.signal);
    const { signal } = patience;
    const send = this.outbound.sender(provider, asked, issued, caller, signal);
    return {
      http: createHttp({ provider, settings, send, effect: action.effect }),
      files: patience.with(this.files.of(caller)),
      account,
      settings,
      now: this.clock.now(),
      signal,
    };
  }

  private async attempt(execution: Execution, run: Begun, caller: Caller): Promise<unknown> {
    const { action } = execution.entry;
    const context: ActionContext = { ...this.context(execution, caller), run };
    if (action.before) run.keepBefore(await action.before(context, execution.input));
    const output: unknown = await this.settle(execution, context);
    return this.outbound.shown(plain(action.output.parse(output) as unknown), execution.issued.connection);
  }

  private async settle({ entry: { action }, input }: Execution, context: ActionContext): Promise<unknown> {
    try {
      return await action.run(context, input);
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'outcome_unknown' || !action.recover) throw error;
      const found: unknown = await Promise.resolve(action.recover(context, input)).catch(() => {
        throw error;
      });
      if (found !== undefined) return found;
      throw new HubError(
        'provider_unavailable',
        'The provider did not answer, and nothing was done. You can try again.',
        error.details,
        { cause: error },
      );
    }
  }
}
