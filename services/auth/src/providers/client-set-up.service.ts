import { Inject, Injectable } from '@nestjs/common';
import {
  type checkProviderClient,
  type ClientCheck,
  HubError,
  type putProviderClient,
  type RequestOf,
  type setClientTesting,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Ids, type Settings, SETTINGS } from '@switchboard/nest-kit';
import { type Registration, registrationName, registrationsOf } from '@switchboard/provider-kit';
import { Secret } from '@switchboard/vault';
import type { EntityManager } from 'typeorm';
import { Catalog, type Chosen, type ConsentDeclaration } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { type Limit, Limits } from '../core/limits.ts';
import { redirectUriOf } from '../core/public-address.ts';
import { Vault } from '../credentials/vault.ts';
import { UpkeepPlan } from '../upkeep/upkeep-plan.ts';
import { ClientChecks } from './client-checks.ts';
import { readClientJson } from './client-json.ts';
import { ClientsService } from './clients.service.ts';
import { ProviderClient } from './provider-client.entity.ts';

/** Whoever may try clients here is nobody's tool for guessing secrets there. */
const clientLimits = (hubId: string, registration: string): readonly Limit[] => [
  { key: `client-check:${hubId}:${registration}`, most: 20, windowSeconds: 900 },
];

interface Given {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly notes: readonly string[];
}

/** How an admin registers the hub at a provider: tried at once, stored, and looked at again. */
@Injectable()
export class ClientSetUp {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly checks: ClientChecks,
    private readonly vault: Vault,
    private readonly changes: Changes,
    private readonly plan: UpkeepPlan,
    private readonly ids: Ids,
    private readonly limits: Limits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @returns what to look at. @throws HubError `provider_unknown`, `conflict` where the environment sets the client, and
   * `provider_misconfigured` where the provider refuses it and nobody said to keep it all the same.
   */
  async put(request: RequestOf<typeof putProviderClient>, caller: Caller): Promise<string[]> {
    const { chosen, registration } = this.registrationOf(request);
    const { provider } = chosen;
    const { clientId, clientSecret, notes } = this.given(request, registration);
    if (this.clients.fromEnvironment(registration.name))
      throw new HubError('conflict', `The client of ${provider.title} is set by the environment. Change it there.`);
    await this.limits.take(clientLimits(caller.claims.hubId, registration.name));
    const secret = clientSecret === undefined ? {} : { clientSecret: new Secret(clientSecret) };
    const check = await this.checks.check(chosen, { clientId, ...secret, environment: 'live' });
    if (check.result === 'refused' && !request.unchecked) {
      await this.changes.commit((manager) => this.audit(manager, caller, registration, clientId, check));
      throw new HubError('provider_misconfigured', check.message, { provider: provider.id });
    }
    await this.store(registration, { clientId, clientSecret, check, testing: request.testing }, caller);
    return check.result === 'works' ? [...notes] : [...notes, check.message];
  }

  /** Tries the client that would be used now. @throws HubError `provider_unknown`, `provider_not_set_up`, `rate_limited`. */
  async check(request: RequestOf<typeof checkProviderClient>, caller: Caller): Promise<ClientCheck> {
    const { chosen, registration } = this.registrationOf(request);
    const client = await this.clients.require(chosen.provider, chosen.method);
    await this.limits.take(clientLimits(caller.claims.hubId, registration.name));
    const check = await this.checks.check(chosen, client);
    await this.changes.commit(async (manager) => {
      await this.checks.remember(manager, registration.name, client.clientId, { check });
      await this.audit(manager, caller, registration, client.clientId, check);
    });
    return check;
  }

  private audit(
    manager: EntityManager,
    caller: Caller,
    { name, provider }: Registration,
    clientId: string,
    { result }: ClientCheck,
  ): Promise<void> {
    return appendAudit(manager, actorOf(caller), {
      event: 'provider.client_checked',
      outcome: result === 'refused' ? 'failed' : 'ok',
      subject: provider,
      details: { clientId, registration: name, result },
    });
  }

  /** @throws HubError `provider_unknown`, `provider_not_set_up`. */
  async setTesting(request: RequestOf<typeof setClientTesting>, caller: Caller): Promise<void> {
    const { chosen, registration } = this.registrationOf(request);
    const { clientId } = await this.clients.require(chosen.provider, chosen.method);
    const { testing } = request;
    await this.changes.commit(async (manager) => {
      await this.checks.remember(manager, registration.name, clientId, { testing });
      await this.plan.retell(manager, caller.claims.hubId, clientId, testing);
      await appendAudit(manager, actorOf(caller), {
        event: 'provider.client_testing_set',
        outcome: 'ok',
        subject: chosen.provider.id,
        details: { clientId, testing },
      });
    });
  }

  private registrationOf({ provider: id, method }: { readonly provider: string; readonly method?: string }) {
    const chosen: Chosen<ConsentDeclaration> = this.catalog.consent(id, method);
    const { provider } = chosen;
    const name = registrationName(provider, chosen.method);
    const registration = registrationsOf(provider).find((one) => one.name === name);
    if (!registration) throw new HubError('provider_unknown', `${provider.title} needs no client of this hub.`);
    return { chosen, registration };
  }

  private given(request: RequestOf<typeof putProviderClient>, { secret }: Registration): Given {
    const { clientJson, provider } = request;
    const file = clientJson === undefined ? undefined : readClientJson(clientJson);
    const clientId = file?.clientId ?? request.clientId;
    const clientSecret = file?.clientSecret ?? request.clientSecret;
    if (clientId === undefined) throw needed('/clientId');
    if (secret && clientSecret === undefined) throw needed('/clientSecret');
    const redirectUri = redirectUriOf(this.settings.publicUrl, provider);
    const missing = file?.redirectUris !== undefined && !file.redirectUris.includes(redirectUri);
    const notes = missing ? [`The file does not name this hub's redirect URI. Register ${redirectUri} there.`] : [];
    return { clientId, ...(clientSecret !== undefined && { clientSecret }), notes };
  }

  private async store(
    { name: registration, provider }: Registration,
    { clientId, clientSecret, check, testing }: Omit<Given, 'notes'> & { check: ClientCheck; testing?: boolean },
    caller: Caller,
  ): Promise<void> {
    const { hubId, memberId } = caller.claims;
    await this.changes.commit(async (manager) => {
      const rows = manager.getRepository(ProviderClient);
      const where = { hubId, provider: registration };
      const before = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
      const id = before?.id ?? this.ids.uuid();
      const row = rows.create({ ...where, id, memberId, clientId, version: (before?.version ?? 0) + 1 });
      await rows.upsert({ ...row, updatedAt: () => 'clock_timestamp()' }, ['id']);
      if (clientSecret !== undefined)
        await this.vault.write(manager, this.clients.ownerOf(row), 'client_secret', clientSecret);
      await this.vault.dropOlder(manager, this.clients.ownerOf(row));
      await this.checks.remember(manager, registration, clientId, { check, ...(testing !== undefined && { testing }) });
      await appendAudit(manager, actorOf(caller), {
        event: 'provider.client_stored',
        outcome: 'ok',
        subject: provider,
        details: { clientId, registration, check: check.result },
      });
    });
  }
}

const needed = (path: string): HubError =>
  new HubError('input_invalid', undefined, { errors: [{ path, message: 'This is needed.' }] });
