import { getSetup, type ReplyOf } from '@switchboard/contracts';
import { Bus, Clock, Ids } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';

/** Which hub this is; asked of `auth` once, as soon as it answers. */
@Injectable()
export class HubService {
  private known: string | undefined;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws HubError `service_unavailable` while `auth` does not answer. */
  async id(): Promise<string> {
    this.known ??= (await this.setup()).hubId;
    return this.known;
  }

  private setup(): Promise<ReplyOf<typeof getSetup>> {
    const deadlineMs = this.clock.monotonicMs() + getSetup.timeoutMs;
    const signal = AbortSignal.timeout(getSetup.timeoutMs);
    return this.bus.request(getSetup, {}, { traceId: this.ids.traceId(), deadlineMs, signal });
  }
}
