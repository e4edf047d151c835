import { Inject, Injectable } from '@nestjs/common';
import {
  HubError,
  type MethodView,
  type ProviderView,
  type putProviderClient,
  type RequestOf,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Ids, type Settings, SETTINGS } from '@switchboard/nest-kit';
import { type ProviderDeclaration, registrationName, registrationsOf } from '@switchboard/provider-kit';
import { Catalog, type Chosen, signsIn } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { isLoopback, redirectUriOf } from '../core/public-address.ts';
import { Vault } from '../credentials/vault.ts';
import { settingsSchema } from '../methods/settings.ts';
import { ClientsService } from './clients.service.ts';
import { methodTexts, schemaOf, uniqueById } from './method-view.ts';
import { ProviderClient } from './provider-client.entity.ts';

/** What a person sees of each provider: its declaration, and how it is set up here. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly vault: Vault,
    private readonly changes: Changes,
    private readonly ids: Ids,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  list(): Promise<ProviderView[]> {
    return Promise.all(this.catalog.all.map((provider) => this.view(provider)));
  }

  /** Providers that can sign people in; sandbox accounts only where nobody but this machine can reach the hub. */
  async forSignIn(): Promise<{ id: string; title: string }[]> {
    const views = await this.list();
    return views.filter((view) => this.signsIn(view)).map(({ id, title }) => ({ id, title }));
  }

  /** @throws HubError `provider_unknown`, or `conflict` where the environment sets the client. */
  async putClient(
    { provider: id, method, clientId, clientSecret }: RequestOf<typeof putProviderClient>,
    caller: Caller,
  ): Promise<ProviderView> {
    const chosen = this.catalog.consent(id, method);
    const { provider } = chosen;
    const { hubId, memberId } = caller.claims;
    const registration = registrationsOf(provider).find(
      ({ name }) => name === registrationName(provider, chosen.method),
    );
    if (!registration) throw new HubError('provider_unknown', `${provider.title} needs no client of this hub.`);
    if (registration.secret && clientSecret === undefined)
      throw new HubError('input_invalid', undefined, {
        errors: [{ path: '/clientSecret', message: 'This is needed.' }],
      });
    if (this.clients.fromEnvironment(registration.name))
      throw new HubError('conflict', `The client of ${provider.title} is set by the environment. Change it there.`);
    await this.changes.commit(async (manager) => {
      const rows = manager.getRepository(ProviderClient);
      const before = await rows.findOne({
        where: { hubId, provider: registration.name },
        lock: { mode: 'pessimistic_write' },
      });
      const row = rows.create({
        id: before?.id ?? this.ids.uuid(),
        hubId,
        memberId,
        provider: registration.name,
        clientId,
        version: (before?.version ?? 0) + 1,
      });
      await rows.upsert({ ...row, updatedAt: () => 'clock_timestamp()' }, ['id']);
      if (clientSecret !== undefined)
        await this.vault.write(manager, this.clients.ownerOf(row), 'client_secret', clientSecret);
      await appendAudit(manager, actorOf(caller), {
        event: 'provider.client_stored',
        outcome: 'ok',
        subject: id,
        details: { clientId, registration: registration.name },
      });
    });
    return this.view(provider);
  }

  private signsIn(view: ProviderView): boolean {
    const method = view.methods?.find(({ id, ready }) => {
      const declaration = this.catalog.methodOf({ provider: view.id, method: id });
      return ready && declaration !== undefined && signsIn(declaration);
    });
    return method !== undefined && (method.environment === 'live' || isLoopback(this.settings.publicUrl));
  }

  private async view(provider: ProviderDeclaration): Promise<ProviderView> {
    const methods = await Promise.all(
      Object.entries(provider.auth).map(([method, declaration]) => this.method({ provider, method, declaration })),
    );
    const [first] = methods;
    const consented = methods.find(({ redirectUri }) => redirectUri !== undefined);
    const { settings, environment = 'live', ready = true } = consented ?? first ?? {};
    return {
      id: provider.id,
      title: provider.title,
      description: provider.description,
      docsUrl: provider.docsUrl,
      ...(provider.accountUrl && { accountUrl: provider.accountUrl }),
      authKinds: [...new Set(methods.map(({ kind }) => kind))],
      features: uniqueById(methods.flatMap(({ features }) => features)),
      ...(settings !== undefined && { settings }),
      environment,
      ...(environment === 'sandbox' && this.settings.SWB_SANDBOX_URL
        ? { sandboxPage: `${this.settings.SWB_SANDBOX_URL}/?provider=${provider.id}` }
        : {}),
      ready,
      ...(consented?.redirectUri && { redirectUri: consented.redirectUri }),
      ...(consented?.client && { client: consented.client }),
      methods,
    };
  }

  private async method(chosen: Chosen): Promise<MethodView> {
    const { provider, method, declaration } = chosen;
    const needed = registrationName(provider, method) !== undefined;
    const client = needed ? await this.clients.current(provider, method) : undefined;
    const consents = declaration.kind === 'oauth2' || declaration.kind === 'fragment';
    const schema = settingsSchema(chosen);
    return {
      ...methodTexts(chosen),
      ...(schema && { settings: schemaOf(schema) }),
      ...(consents && { redirectUri: redirectUriOf(this.settings.publicUrl, provider.id) }),
      environment: client?.environment ?? (this.settings.sandbox ? 'sandbox' : 'live'),
      ready: !needed || client !== undefined,
      ...(client &&
        client.source !== 'sandbox' && {
          client: {
            clientId: client.clientId,
            source: client.source,
            ...(client.updatedAt && { updatedAt: client.updatedAt.toISOString() }),
          },
        }),
    };
  }
}
