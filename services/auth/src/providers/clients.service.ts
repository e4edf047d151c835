import { Inject, Injectable } from '@nestjs/common';
import { type Environment, HubError } from '@switchboard/contracts';
import { Database, RUNTIME, type ServiceRuntime } from '@switchboard/nest-kit';
import { type ProviderDeclaration, registrationName } from '@switchboard/provider-kit';
import { Secret } from '@switchboard/vault';
import { Catalog } from '../core/catalog.ts';
import { Hub } from '../core/hub.ts';
import { type EnvelopeOwner, Vault } from '../credentials/vault.ts';
import { ProviderClient } from './provider-client.entity.ts';

/** The hub's registration at a provider, as a token call needs it. */
export interface ClientRegistration {
  readonly environment: Environment;
  readonly clientId: string;
  readonly clientSecret?: Secret;
  readonly source: 'environment' | 'stored' | 'sandbox';
  readonly updatedAt?: Date;
}

/** Finds which client speaks for the hub at a provider: the environment's, the stored one, else the sandbox's. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly hub: Hub,
    private readonly catalog: Catalog,
    private readonly vault: Vault,
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
  ) {}

  /** For new connections by a method; undefined where its registration is not set up. */
  async current(provider: ProviderDeclaration, method: string): Promise<ClientRegistration | undefined> {
    const name = registrationName(provider, method);
    if (!name) return undefined;
    return this.fromEnvironment(name) ?? (await this.stored(name)) ?? this.sandbox(provider.id);
  }

  /** @throws HubError `provider_not_set_up`. */
  async require(provider: ProviderDeclaration, method: string): Promise<ClientRegistration> {
    const client = await this.current(provider, method);
    if (!client)
      throw new HubError('provider_not_set_up', `${provider.title} has no client id and secret yet. Set it up first.`, {
        provider: provider.id,
      });
    return client;
  }

  /** The client that a grant was made with; its secret goes nowhere else (O-19). Undefined where it was replaced. */
  async of(grant: {
    readonly provider: string;
    readonly method: string;
    readonly environment: Environment;
    readonly clientId: string | null;
  }): Promise<ClientRegistration | undefined> {
    const provider = this.catalog.known(grant.provider);
    const name = provider && registrationName(provider, grant.method);
    if (!name) return undefined;
    const client =
      grant.environment === 'sandbox'
        ? this.sandbox(grant.provider)
        : (this.fromEnvironment(name) ?? (await this.stored(name)));
    return client && client.clientId === grant.clientId ? client : undefined;
  }

  /** @param name of a registration. */
  fromEnvironment(name: string): ClientRegistration | undefined {
    const { clients } = this.runtime.settings;
    const client = Object.hasOwn(clients, name) ? clients[name] : undefined;
    if (!client) return undefined;
    const { clientId, clientSecret } = client;
    const secret = clientSecret === undefined ? {} : { clientSecret: new Secret(clientSecret) };
    return { environment: 'live', clientId, ...secret, source: 'environment' };
  }

  /** Whose envelope a stored client's secret is. */
  ownerOf(row: ProviderClient): EnvelopeOwner {
    const { id, hubId, provider, version } = row;
    return { id, hubId, memberId: hubId, provider, environment: 'live', version };
  }

  private async stored(name: string): Promise<ClientRegistration | undefined> {
    return this.database.asService(async (manager) => {
      const row = await manager.getRepository(ProviderClient).findOneBy({ hubId: this.hub.id, provider: name });
      const clientSecret = row && (await this.vault.read(manager, this.ownerOf(row), 'client_secret'));
      if (!row) return undefined;
      const { clientId, updatedAt } = row;
      return { environment: 'live', clientId, ...(clientSecret && { clientSecret }), source: 'stored', updatedAt };
    });
  }

  private sandbox(provider: string): ClientRegistration | undefined {
    const client = this.runtime.sandboxClients[provider];
    if (!this.runtime.settings.sandbox || !client) return undefined;
    const { clientId, clientSecret } = client;
    return { environment: 'sandbox', clientId, clientSecret: new Secret(clientSecret), source: 'sandbox' };
  }
}
