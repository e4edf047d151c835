import { HubError, listActions, listMembers, listThreads, type MessageDefinition } from '@switchboard/contracts';
import { Bus, Clock, Ids } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';

const patienceMs = 1_500;
const keepMs = 500;
/** A message of each service that is asked without a caller: whoever refuses it is there. */
const probes = { auth: listMembers, integrations: listActions, assistant: listThreads } as const;

/** Asks the database, outside Nest's own wiring so that tests can do without one. */
export abstract class DatabaseProbe {
  abstract ready(): Promise<boolean>;
}

/** Whether everything a request may need answers. */
@Injectable()
export class ReadinessService {
  private draining = false;
  private last: { atMs: number; checks: Promise<Record<string, boolean>> } | undefined;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly database: DatabaseProbe,
  ) {}

  /** From now on this replica is not ready; what runs goes on. */
  drain(): void {
    this.draining = true;
  }

  async check(): Promise<Record<string, boolean>> {
    const now = this.clock.monotonicMs();
    if (!this.last || now - this.last.atMs > keepMs) this.last = { atMs: now, checks: this.ask() };
    return { ...(await this.last.checks), accepting: !this.draining };
  }

  private async ask(): Promise<Record<string, boolean>> {
    const names = Object.keys(probes) as (keyof typeof probes)[];
    const [database, ...services] = await Promise.all([
      withPatience(this.database.ready()),
      ...names.map((name) => this.answers(probes[name])),
    ]);
    const bus = this.bus.connected;
    return {
      database: database ?? false,
      bus,
      ...Object.fromEntries(names.map((name, at) => [name, services[at] ?? false])),
    };
  }

  private async answers(message: MessageDefinition): Promise<boolean> {
    const signal = AbortSignal.timeout(patienceMs);
    const trace = { traceId: this.ids.traceId(), deadlineMs: this.clock.monotonicMs() + patienceMs, signal };
    try {
      await this.bus.request(message, {}, trace);
      return true;
    } catch (error) {
      return error instanceof HubError && error.code === 'unauthenticated';
    }
  }
}

const withPatience = (asked: Promise<boolean>): Promise<boolean> =>
  Promise.race([asked, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs).unref())]);
