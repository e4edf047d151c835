import { Injectable } from '@nestjs/common';
import type { Connection as ConnectionView, createKeyConnection, RequestOf } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Ids, parseInput } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import { In } from 'typeorm';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import { Connection } from './connection.entity.ts';
import { ConnectionsService } from './connections.service.ts';
import { makeDefault } from './defaults.ts';
import { featuresToAsk } from './features.ts';
import { KeyIdentity } from './key-identity.ts';
import { refuseLimited } from './refuse-limited.ts';
import { addToTimeline } from './timelines.ts';

/** Connects accounts of providers that give people a key. */
@Injectable()
export class KeyConnectionsService {
  constructor(
    private readonly catalog: Catalog,
    private readonly keys: KeyIdentity,
    private readonly grants: GrantStore,
    private readonly changes: Changes,
    private readonly connections: ConnectionsService,
    private readonly ids: Ids,
  ) {}

  /** Tries the key at the provider before anything is kept. @throws HubError with a code listed in `createKeyConnection.errors`. */
  async create(request: RequestOf<typeof createKeyConnection>, caller: Caller): Promise<ConnectionView> {
    refuseLimited(caller);
    const provider = this.catalog.find(request.provider);
    const { method, declaration } = this.keys.method(provider.id);
    const settings = provider.settings
      ? (parseInput(provider.settings, request.settings) as Record<string, string>)
      : {};
    const environment = this.keys.environmentOf(provider.id);
    const identity = await this.keys.read(provider.id, environment, new Secret(request.key));
    const features = featuresToAsk(declaration, request.features);
    const { hubId, memberId } = caller.claims;
    const mine = { hubId, memberId, provider: provider.id, environment, subject: identity.subject };
    const id = await this.changes.commit(async (manager) => {
      const rows = manager.getRepository(Connection);
      const status = In<Connection['status']>(['active', 'reconnect_required']);
      const old = await rows.findOne({ where: { ...mine, status }, lock: { mode: 'pessimistic_write' } });
      const account = { email: identity.email ?? null, accountName: identity.name ?? null, settings };
      const state = {
        requestedFeatures: features,
        features,
        grantedScopes: [],
        status: 'active' as const,
        statusReason: null,
      };
      const key = old?.id ?? this.ids.uuid();
      if (old) await rows.update({ id: key }, { ...account, ...state, credentialVersion: old.credentialVersion + 1 });
      else {
        const label = identity.email ?? identity.name ?? provider.title;
        await rows.insert({
          ...mine,
          ...account,
          ...state,
          id: key,
          method,
          clientId: null,
          label,
          credentialVersion: 1,
        });
      }
      const row = await rows.findOneByOrFail({ id: key });
      await this.grants.sealKey(manager, row, request.key);
      await makeDefault(manager, caller.claims, key, features, { replace: false });
      await addToTimeline(manager, row, old ? 'reconnected' : 'connected', features.join(', '));
      await this.changes.connection(manager, row, 'connected', caller.traceId);
      await appendAudit(manager, actorOf(caller), {
        event: old ? 'connection.reconnected' : 'connection.connected',
        outcome: 'ok',
        subject: key,
        details: { provider: provider.id, environment, features },
      });
      return key;
    });
    return this.connections.view(id, caller);
  }
}
