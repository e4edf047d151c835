import { HubError } from '@switchboard/contracts';
import type {
  AuthMethod,
  FragmentDeclaration,
  OAuth2Declaration,
  ProviderDeclaration,
} from '@switchboard/provider-kit';

/** One way of connecting one provider's accounts. */
export interface Chosen<Declaration extends AuthMethod = AuthMethod> {
  readonly provider: ProviderDeclaration;
  /** The method's name. */
  readonly method: string;
  readonly declaration: Declaration;
}

/** Methods where a person consents on a page of the provider. */
export type ConsentDeclaration = OAuth2Declaration | FragmentDeclaration;

/** The providers this hub knows, by id. */
export class Catalog {
  private readonly byId: ReadonlyMap<string, ProviderDeclaration>;

  constructor(readonly all: readonly ProviderDeclaration[]) {
    this.byId = new Map(all.map((provider) => [provider.id, provider]));
  }

  /** Undefined for a provider that this version does not know, though connections of it may be here. */
  known(id: string): ProviderDeclaration | undefined {
    return this.byId.get(id);
  }

  /** @throws HubError `provider_unknown`. */
  find(id: string): ProviderDeclaration {
    const provider = this.byId.get(id);
    if (!provider) throw new HubError('provider_unknown', notSupported(id), { provider: id });
    return provider;
  }

  /** The method that a connection was made by; undefined where this version does not know it. */
  methodOf({ provider, method }: { readonly provider: string; readonly method: string }): AuthMethod | undefined {
    const methods = this.byId.get(provider)?.auth ?? {};
    return Object.hasOwn(methods, method) ? methods[method] : undefined;
  }

  /** A method by its name, the provider's first of the kinds unless told. @throws HubError `provider_unknown`. */
  method<Kind extends AuthMethod['kind']>(
    id: string,
    kinds: readonly Kind[],
    name?: string,
  ): Chosen<Extract<AuthMethod, { kind: Kind }>> {
    const provider = this.find(id);
    for (const [method, declaration] of Object.entries(provider.auth))
      if (name === undefined ? isOf(declaration, kinds) : method === name)
        if (isOf(declaration, kinds)) return { provider, method, declaration };
    throw new HubError('provider_unknown', `${provider.title} is not connected in that way.`, { provider: id });
  }

  /** The method whose ID tokens sign people in. @throws HubError `provider_unknown`. */
  signIn(id: string): Chosen<OAuth2Declaration> {
    const provider = this.find(id);
    for (const [method, declaration] of Object.entries(provider.auth))
      if (signsIn(declaration)) return { provider, method, declaration };
    throw new HubError('provider_unknown', `${provider.title} cannot sign people in.`, { provider: id });
  }

  /** A method that people consent by. @throws HubError `provider_unknown`. */
  consent(id: string, name?: string): Chosen<ConsentDeclaration> {
    return this.method(id, ['oauth2', 'fragment'], name);
  }
}

/** What people read of a provider that a former version knew. */
export const notSupported = (id: string): string => `${id.slice(0, 64)} is not supported by this version.`;

/** Only an issuer that the declaration itself names may say who somebody is. */
export const signsIn = (method: AuthMethod): method is OAuth2Declaration =>
  method.kind === 'oauth2' && method.client !== 'connection' && method.issuer !== undefined;

const isOf = <Kind extends AuthMethod['kind']>(
  declaration: AuthMethod,
  kinds: readonly Kind[],
): declaration is Extract<AuthMethod, { kind: Kind }> => (kinds as readonly string[]).includes(declaration.kind);
