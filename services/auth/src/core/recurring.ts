import type { Log } from '@switchboard/nest-kit';

/** One background job of this process: never twice at a time, and waited for at the end. */
export class Recurring {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), this.everyMs).unref();
  }

  /** Runs now, unless it runs already. */
  wake(): void {
    if (this.busy) return;
    this.busy = true;
    this.running = this.work()
      .catch((error: unknown) => this.log.warn({ err: error, job: this.name }, 'a background job failed'))
      .finally(() => (this.busy = false));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
