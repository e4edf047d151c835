import { Inject, Injectable } from '@nestjs/common';
import type { ClientCheck } from '@switchboard/contracts';
import { Egress } from '@switchboard/egress';
import { Clock, Database, type Settings, SETTINGS } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';
import type { Chosen, ConsentDeclaration } from '../core/catalog.ts';
import { Hub } from '../core/hub.ts';
import { ClientState } from './client-state.entity.ts';
import { type TriedClient, tryClient } from './try-client.ts';

/** Tries clients at their providers, and remembers what was found. */
@Injectable()
export class ClientChecks {
  constructor(
    private readonly egress: Egress,
    private readonly database: Database,
    private readonly hub: Hub,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One call to the provider's token endpoint; it makes nothing there. */
  async check(chosen: Chosen<ConsentDeclaration>, client: TriedClient): Promise<ClientCheck> {
    const verdict = await tryClient(chosen, client, { egress: this.egress, publicUrl: this.settings.publicUrl });
    return { ...verdict, checkedAt: this.clock.now().toISOString() };
  }

  /** What is remembered of a client; nothing of one that nobody looked at. */
  async stateOf(registration: string, clientId: string): Promise<ClientState | null> {
    const key = { hubId: this.hub.id, registration, clientId };
    return this.database.asService((manager) => manager.getRepository(ClientState).findOneBy(key));
  }

  /** Remembers what was found, or that an admin said something of it. */
  async remember(
    manager: EntityManager,
    registration: string,
    clientId: string,
    { check, testing }: { readonly check?: ClientCheck; readonly testing?: boolean },
  ): Promise<void> {
    const found = check && {
      checkResult: check.result,
      checkMessage: check.message,
      checkedAt: new Date(check.checkedAt),
    };
    const key = { hubId: this.hub.id, registration, clientId };
    const known = { ...found, ...(testing !== undefined && { testing }) };
    await manager.getRepository(ClientState).upsert({ ...key, ...known }, ['hubId', 'registration', 'clientId']);
  }
}
