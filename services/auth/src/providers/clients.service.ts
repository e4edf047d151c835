import { Inject, Injectable } from '@nestjs/common';
import { type Environment, HubError } from '@switchboard/contracts';
import { Database, RUNTIME, type ServiceRuntime } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import { Catalog } from '../core/catalog.ts';
import { Hub } from '../core/hub.ts';
import { type EnvelopeOwner, Vault } from '../credentials/vault.ts';
import { ProviderClient } from './provider-client.entity.ts';

/** The hub's registration at a provider, as a token call needs it. */
export interface ClientRegistration {
  readonly environment: Environment;
  readonly clientId: string;
  readonly clientSecret: Secret;
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

  /** For new connections; undefined where the provider is not set up. */
  async current(provider: string): Promise<ClientRegistration | undefined> {
    return this.fromEnvironment(provider) ?? (await this.stored(provider)) ?? this.sandbox(provider);
  }

  /** @throws HubError `provider_not_set_up`. */
  async require(provider: string): Promise<ClientRegistration> {
    const client = await this.current(provider);
    const { title } = this.catalog.find(provider);
    if (!client)
      throw new HubError('provider_not_set_up', `${title} has no client id and secret yet. Set it up first.`, {
        provider,
      });
    return client;
  }

  /** The client that a grant was made with; its secret goes nowhere else (O-19). Undefined where it was replaced. */
  async of(grant: {
    readonly provider: string;
    readonly environment: Environment;
    readonly clientId: string | null;
  }): Promise<ClientRegistration | undefined> {
    const client =
      grant.environment === 'sandbox'
        ? this.sandbox(grant.provider)
        : (this.fromEnvironment(grant.provider) ?? (await this.stored(grant.provider)));
    return client && client.clientId === grant.clientId ? client : undefined;
  }

  fromEnvironment(provider: string): ClientRegistration | undefined {
    const settings = this.runtime.settings as unknown as Readonly<Record<string, unknown>>;
    const name = provider.toUpperCase();
    const clientId = settings[`${name}_CLIENT_ID`];
    const clientSecret = settings[`${name}_CLIENT_SECRET`];
    if (typeof clientId !== 'string' || typeof clientSecret !== 'string') return undefined;
    return { environment: 'live', clientId, clientSecret: new Secret(clientSecret), source: 'environment' };
  }

  /** Whose envelope a stored client's secret is. */
  ownerOf(row: ProviderClient): EnvelopeOwner {
    const { id, hubId, provider, version } = row;
    return { id, hubId, memberId: hubId, provider, environment: 'live', version };
  }

  private async stored(provider: string): Promise<ClientRegistration | undefined> {
    return this.database.asService(async (manager) => {
      const row = await manager.getRepository(ProviderClient).findOneBy({ hubId: this.hub.id, provider });
      const clientSecret = row && (await this.vault.read(manager, this.ownerOf(row), 'client_secret'));
      if (!row || !clientSecret) return undefined;
      const { clientId, updatedAt } = row;
      return { environment: 'live', clientId, clientSecret, source: 'stored', updatedAt };
    });
  }

  private sandbox(provider: string): ClientRegistration | undefined {
    const client = this.runtime.sandboxClients[provider];
    if (!this.runtime.settings.sandbox || !client) return undefined;
    const { clientId, clientSecret } = client;
    return { environment: 'sandbox', clientId, clientSecret: new Secret(clientSecret), source: 'sandbox' };
  }
}
