import { Inject, Injectable } from '@nestjs/common';
import type { MethodView, ProviderView } from '@switchboard/contracts';
import { type Settings, SETTINGS } from '@switchboard/nest-kit';
import { type ProviderDeclaration, registrationName } from '@switchboard/provider-kit';
import { Catalog, type Chosen, signsIn } from '../core/catalog.ts';
import { isLoopback, redirectUriOf } from '../core/public-address.ts';
import { settingsSchema } from '../methods/settings.ts';
import { ClientChecks } from './client-checks.ts';
import { type ClientRegistration, ClientsService } from './clients.service.ts';
import { methodTexts, schemaOf, uniqueById } from './method-view.ts';

/** What a person sees of each provider: its declaration, and how it is set up here. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly checks: ClientChecks,
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

  /** @throws HubError `provider_unknown`. */
  one(id: string): Promise<ProviderView> {
    return this.view(this.catalog.find(id));
  }

  private signsIn(view: ProviderView): boolean {
    const method = view.methods.find(({ id, ready }) => {
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
    const { environment = 'live', ready = true } = consented ?? first ?? {};
    return {
      id: provider.id,
      title: provider.title,
      description: provider.description,
      docsUrl: provider.docsUrl,
      ...(provider.accountUrl && { accountUrl: provider.accountUrl }),
      features: uniqueById(methods.flatMap(({ features }) => features)),
      environment,
      ...(environment === 'sandbox' && this.settings.SWB_SANDBOX_URL
        ? { sandboxPage: `${this.settings.SWB_SANDBOX_URL}/?provider=${provider.id}` }
        : {}),
      ready,
      ...(consented?.redirectUri && { redirectUri: consented.redirectUri }),
      methods,
      ...(provider.setUp && { setUp: { links: [], hints: [], ...provider.setUp } as ProviderView['setUp'] }),
    };
  }

  private async method(chosen: Chosen): Promise<MethodView> {
    const { provider, method, declaration } = chosen;
    const registration = registrationName(provider, method);
    const client = registration ? await this.clients.current(provider, method) : undefined;
    const consents = declaration.kind === 'oauth2' || declaration.kind === 'fragment';
    const schema = settingsSchema(chosen);
    return {
      ...methodTexts(chosen),
      ...(schema && { settings: schemaOf(schema) }),
      ...(consents && { redirectUri: redirectUriOf(this.settings.publicUrl, provider.id) }),
      environment: client?.environment ?? (this.settings.sandbox ? 'sandbox' : 'live'),
      ready: !registration || client !== undefined,
      ...(registration && client && { client: await this.client(registration, client) }),
    };
  }

  /** What may be shown of a client; nothing of the sandbox's. */
  private async client(registration: string, { clientId, source, updatedAt }: ClientRegistration) {
    if (source === 'sandbox') return undefined;
    const state = await this.checks.stateOf(registration, clientId);
    return {
      clientId,
      source,
      testing: state?.testing ?? false,
      ...(updatedAt && { updatedAt: updatedAt.toISOString() }),
      ...(state?.checkResult &&
        state.checkedAt && {
          check: {
            result: state.checkResult,
            message: state.checkMessage ?? '',
            checkedAt: state.checkedAt.toISOString(),
          },
        }),
    };
  }
}
