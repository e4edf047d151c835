import { type Connection, HubError } from '@switchboard/contracts';
import type { EgressProvider } from '@switchboard/egress';
import { apiOf, type AuthMethod, type ProviderDeclaration, type TokenUse, useOf } from '@switchboard/provider-kit';

/** A provider's addresses and the place of the credential, as one connection has them. */
export interface BoundProvider {
  readonly api: ProviderDeclaration['api'];
  /** Headers of every call, by their name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The hosts that may see the credential. */
  readonly own: EgressProvider;
  /** The hosts that its signed links lead to; no credential goes there. */
  readonly files: EgressProvider;
  readonly place: TokenUse;
}

/** The method a connection was made by; the provider's first where the connection does not say. */
const methodOf = ({ auth }: ProviderDeclaration, { method }: Pick<Connection, 'method'>): AuthMethod | undefined =>
  method !== undefined && Object.hasOwn(auth, method) ? auth[method] : Object.values(auth)[0];

/** @throws HubError `provider_misconfigured` where a setting is missing that the addresses need. */
export function bindProvider(provider: ProviderDeclaration, connection: Connection, clientId?: string): BoundProvider {
  const { id, tables } = provider;
  const { settings } = connection;
  const method = methodOf(provider, connection);
  try {
    const api = apiOf(provider, settings);
    const { hosts, fileHosts = [], perSecond } = api;
    const personAddress = method?.personAddress === true;
    return {
      api,
      headers: Object.fromEntries(
        Object.entries(api.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      own: { id, hosts, personAddress, ...(perSecond !== undefined && { perSecond }) },
      files: { id, hosts: fileHosts },
      place: useOf(method, { settings, tables, clientId }),
    };
  } catch (cause) {
    const at = { provider: id, connectionId: connection.id };
    throw new HubError('provider_misconfigured', 'A setting of this connection is missing. Connect it again.', at, {
      cause,
    });
  }
}
