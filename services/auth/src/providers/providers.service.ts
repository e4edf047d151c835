import { Inject, Injectable } from '@nestjs/common';
import { HubError, type putProviderClient, type ProviderView, type RequestOf } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Ids, type Settings, SETTINGS } from '@switchboard/nest-kit';
import type { FeatureDeclaration, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Catalog, methodOf } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { isLoopback, redirectUriOf } from '../core/public-address.ts';
import { Vault } from '../credentials/vault.ts';
import { ClientsService } from './clients.service.ts';
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
    { provider: id, clientId, clientSecret }: RequestOf<typeof putProviderClient>,
    caller: Caller,
  ): Promise<ProviderView> {
    const { provider } = this.catalog.oauth(id);
    const { hubId, memberId } = caller.claims;
    if (this.clients.fromEnvironment(id))
      throw new HubError('conflict', `The client of ${provider.title} is set by the environment. Change it there.`);
    await this.changes.commit(async (manager) => {
      const rows = manager.getRepository(ProviderClient);
      const before = await rows.findOne({ where: { hubId, provider: id }, lock: { mode: 'pessimistic_write' } });
      const row = rows.create({
        id: before?.id ?? this.ids.uuid(),
        hubId,
        memberId,
        provider: id,
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
        details: { clientId },
      });
    });
    return this.view(provider);
  }

  private signsIn(view: ProviderView): boolean {
    const declaration = methodOf(this.catalog.find(view.id), 'oauth2')?.declaration;
    if (declaration?.kind !== 'oauth2' || !declaration.issuer || !view.ready) return false;
    return view.environment === 'live' || isLoopback(this.settings.publicUrl);
  }

  private async view(provider: ProviderDeclaration): Promise<ProviderView> {
    const methods = Object.values(provider.auth);
    const oauth = methods.some(({ kind }) => kind === 'oauth2');
    const client = oauth ? await this.clients.current(provider.id) : undefined;
    const environment = client?.environment ?? (this.settings.sandbox ? 'sandbox' : 'live');
    return {
      id: provider.id,
      title: provider.title,
      description: provider.description,
      docsUrl: provider.docsUrl,
      ...(provider.accountUrl && { accountUrl: provider.accountUrl }),
      authKinds: [...new Set(methods.map(({ kind }) => kind))],
      features: methods.flatMap(({ features, ...method }) =>
        Object.entries(features).map(([id, feature]) =>
          featureView(id, feature, 'baseFeatures' in method && method.baseFeatures.includes(id)),
        ),
      ),
      ...(provider.settings && { settings: schemaOf(provider.settings) }),
      environment,
      ready: !oauth || client !== undefined,
      ...(oauth && { redirectUri: redirectUriOf(this.settings.publicUrl, provider.id) }),
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

const featureView = (id: string, feature: FeatureDeclaration, base: boolean): ProviderView['features'][number] => ({
  id,
  title: feature.title,
  description: feature.description,
  scopes: [...feature.scopes],
  includes: [...(feature.includes ?? [])],
  required: base || Boolean(feature.required),
});

function schemaOf(settings: z.ZodObject): ProviderView['settings'] {
  const { $schema: _, ...schema } = z.toJSONSchema(settings);
  return schema as ProviderView['settings'];
}
