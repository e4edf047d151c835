import { claimNotice, mailSend, messagesSend, noteNoticeTold, type ReplyOf } from '@switchboard/contracts';
import { Bus, type Caller, Clock, type Log, LOG, parseInput, type Trace } from '@switchboard/nest-kit';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ExecutionService } from '../actions/execution.service.ts';
import { CatalogService } from '../catalog/catalog.service.ts';
import { AccountsService } from '../credentials/accounts.service.ts';
import { CredentialsService } from '../credentials/credentials.service.ts';

type Telling = NonNullable<ReplyOf<typeof claimNotice>['telling']>;

/** A provider may take this long; with the claim before it a shutdown still ends within its 25 seconds. */
const sendingMs = 19_000;
const claimMs = 5_000;

/** Sends a notice through the person's own default account, where they switched that on: once, and never through the account it is about. */
@Injectable()
export class TellingService implements OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly bus: Bus,
    private readonly catalog: CatalogService,
    private readonly accounts: AccountsService,
    private readonly credentials: CredentialsService,
    private readonly execution: ExecutionService,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Tells in the background; {@link settle} waits for it. */
  begin(noticeId: string, trace: Trace): void {
    const work = this.tell(noticeId, trace)
      .catch((error: unknown) => this.log.info({ err: error, noticeId }, 'a notice was not taken'))
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  async settle(): Promise<void> {
    await Promise.all(this.running);
  }

  onApplicationShutdown(): Promise<void> {
    return this.settle();
  }

  /** What cannot be sent stays on the dashboard, where it is anyway. */
  private async tell(noticeId: string, trace: Trace): Promise<void> {
    const begun = { ...trace, deadlineMs: this.clock.monotonicMs() + claimMs, signal: AbortSignal.timeout(claimMs) };
    const { telling } = await this.bus.request(claimNotice, { noticeId: noticeId as never }, begun);
    if (!telling) return;
    const { statement, claims, by } = telling;
    const deadlineMs = this.clock.monotonicMs() + sendingMs;
    const caller: Caller = { ...trace, statement, claims, deadlineMs, signal: AbortSignal.timeout(sendingMs) };
    try {
      await this.send(telling, caller);
      await this.bus.request(noteNoticeTold, { noticeId: noticeId as never, by }, caller);
    } catch (error) {
      this.log.info({ err: error, noticeId, by }, 'a notice was not sent');
    }
  }

  private async send({ by, to, subject, text, about }: Telling, caller: Caller): Promise<void> {
    const [capability, wanted] =
      by === 'mail'
        ? [mailSend, { to: [{ email: to }], subject, text }]
        : [messagesSend, { text: `${subject}\n\n${text}` }];
    const entries = this.catalog.fulfilling(capability.name);
    const { entry, connectionId } = await this.accounts.choose(entries, undefined, caller, { never: about });
    const input = parseInput(entry.action.input, wanted) as Record<string, unknown>;
    const asked = { connectionId, needs: entry.action.needs, purpose: 'background' as const };
    const issued = await this.credentials.issue(asked, caller);
    await this.execution.run({ entry, issued, asked, input, via: 'service' }, caller);
  }
}
