import type { AuthMethod } from './auth.ts';
import { fill, valuesOf } from './fill.ts';
import type { TokenUse } from './oauth-quirks.ts';
import type { ProviderDeclaration } from './provider.ts';

type Declared = Pick<ProviderDeclaration, 'api' | 'tables'>;
type Settings = Readonly<Record<string, string>>;

/**
 * The declaration's `api` as one connection has it: templates filled, the base URL without a slash at its end, hosts as origins.
 * A label of a file host that nothing fills stays open, as `{any}` in `https://{any}.example.com`.
 * @throws Error where a name has no value or an address is none.
 */
export function apiOf({ api, tables }: Declared, settings: Settings): ProviderDeclaration['api'] {
  const filled = (template: string): string => (template.includes('{') ? fill(template, values) : template);
  const values = valuesOf(settings, tables);
  const open = (host: string): string =>
    host.replaceAll(/\{(\w+)\}/g, (label, name: string) => (Object.hasOwn(values, name) ? values[name]! : label));
  const headers = Object.entries(api.headers ?? {});
  return {
    ...api,
    baseUrl: filled(api.baseUrl).replace(/\/+$/, ''),
    hosts: api.hosts.map((host) => new URL(filled(host)).origin),
    ...(api.fileHosts && { fileHosts: api.fileHosts.map(open) }),
    ...(api.headers && { headers: Object.fromEntries(headers.map(([name, value]) => [name, filled(value)])) }),
  };
}

/** True where an origin is one of those listed; `{any}` in a listed one stands for one whole label. */
export const isListed = (hosts: readonly string[], origin: string): boolean =>
  hosts.some((host) => {
    if (!host.includes('{')) return host === origin;
    const pattern = host.replaceAll('.', String.raw`\.`).replace(/\{\w+\}/, '[a-z0-9][a-z0-9-]{0,62}');
    return new RegExp(`^${pattern}$`).test(origin);
  });

/** Where the credential of a connection goes on a call: its method's `use` with the templates filled. */
export function useOf(
  method: Pick<AuthMethod, 'use'> | undefined,
  { settings, tables, clientId }: { settings: Settings; tables?: Declared['tables']; clientId?: string },
): TokenUse {
  const use = method?.use ?? { in: 'header', name: 'authorization', prefix: 'Bearer ' };
  const values = { ...valuesOf(settings, tables), ...(clientId !== undefined && { clientId }) };
  const filled = Object.entries(use).map(([name, value]) => [
    name,
    typeof value === 'string' && name !== 'in' ? fill(value, values) : value,
  ]);
  return Object.fromEntries(filled) as unknown as TokenUse;
}
