import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import type { Connection } from '../connections/connection.entity.ts';
import { Catalog } from '../core/catalog.ts';
import { EndingService } from './ending.service.ts';
import { isEndless } from './endless.ts';
import { TokenCalls } from './token-calls.ts';

/** Decides what a refused or ended token means where nothing renews it. */
@Injectable()
export class Unrenewable {
  constructor(
    private readonly catalog: Catalog,
    private readonly calls: TokenCalls,
    private readonly ending: EndingService,
  ) {}

  /**
   * Ends the connection where its access has run out. One without an end ends only where the account itself refuses it too.
   * @returns the error of a token that is good after all, or of which nobody can say.
   */
  async settle(connection: Connection, traceId: string): Promise<HubError | undefined> {
    const endless = isEndless(connection, this.catalog.methodOf(connection));
    const verdict = endless ? await this.calls.accepted(connection) : 'run_out';
    if (verdict === 'run_out' || verdict === 'ended') {
      await this.ending.end(connection, verdict === 'ended' ? 'grant_ended' : 'not_renewable', traceId);
      return undefined;
    }
    const { id: connectionId, provider } = connection;
    const message = verdict === 'good' ? 'The provider refuses a call although the access is good.' : undefined;
    return new HubError('provider_unavailable', message, { connectionId, provider });
  }
}
