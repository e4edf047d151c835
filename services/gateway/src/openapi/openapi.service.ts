import { listActions } from '@switchboard/contracts';
import { Bus, Clock, LOG, type Log, SETTINGS, type Settings, type Trace } from '@switchboard/nest-kit';
import { Inject, Injectable } from '@nestjs/common';
import { openApiDocument } from './openapi-document.ts';

const keepMs = 60_000;

/** The printed document, with the actions `integrations` has now. */
@Injectable()
export class OpenApiService {
  private printed: { text: string; untilMs: number } | undefined;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** While `integrations` is away, the routes are printed without the actions. */
  async print(trace: Trace): Promise<string> {
    const now = this.clock.monotonicMs();
    if (this.printed && this.printed.untilMs > now) return this.printed.text;
    const items = await this.actions(trace);
    const text = JSON.stringify(openApiDocument(items ?? [], this.settings.publicUrl));
    if (items) this.printed = { text, untilMs: now + keepMs };
    return text;
  }

  private async actions(trace: Trace) {
    try {
      return (await this.bus.request(listActions, {}, trace)).items;
    } catch (error) {
      this.log.warn({ err: error }, 'the actions are not known for the OpenAPI document');
      return undefined;
    }
  }
}
