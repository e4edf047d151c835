import { type AuthMethod, type OAuth2Declaration, type ProviderDeclaration } from '@switchboard/provider-kit';
import { HubError } from '@switchboard/contracts';

/** The providers this hub knows, by id. */
export class Catalog {
  private readonly byId: ReadonlyMap<string, ProviderDeclaration>;

  constructor(readonly all: readonly ProviderDeclaration[]) {
    this.byId = new Map(all.map((provider) => [provider.id, provider]));
  }

  /** @throws HubError `provider_unknown`. */
  find(id: string): ProviderDeclaration {
    const provider = this.byId.get(id);
    if (!provider) throw new HubError('provider_unknown', undefined, { provider: id });
    return provider;
  }

  /** A provider that people consent at. @throws HubError `provider_unknown`. */
  oauth(id: string): { provider: ProviderDeclaration; method: string; oauth: OAuth2Declaration } {
    const provider = this.find(id);
    const found = methodOf(provider, 'oauth2');
    if (!found) throw new HubError('provider_unknown', `${provider.title} is not connected by consent.`);
    return { provider, method: found.method, oauth: found.declaration as OAuth2Declaration };
  }
}

/** The first method of a kind, with its name. */
export function methodOf(
  provider: ProviderDeclaration,
  kind: AuthMethod['kind'],
): { method: string; declaration: AuthMethod } | undefined {
  for (const [method, declaration] of Object.entries(provider.auth))
    if (declaration.kind === kind) return { method, declaration };
  return undefined;
}
