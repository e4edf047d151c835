import { EgressError } from './egress-error.ts';

export type Environment = 'sandbox' | 'live';

/** What egress needs to know of a provider. */
export interface EgressProvider {
  readonly id: string;
  /** Origins that may see the credential, as `https://www.googleapis.com`, or with a label open: `https://{shop}.myshopify.com`. */
  readonly hosts: readonly string[];
  /** Calls a second to one account before egress waits. */
  readonly perSecond?: number;
  /** True where a person typed the hosts: the rules for addresses of people apply at each call (E-4). */
  readonly personAddress?: boolean;
}

const checked = new WeakMap<EgressProvider, { test: (origin: string) => boolean; known: Map<string, boolean> }>();
const remembered = 1_000;

/** True where the origin is one of the provider's own (D-3, E-2). */
export function isProviderOrigin(provider: EgressProvider, origin: string): boolean {
  let rules = checked.get(provider);
  if (rules === undefined) {
    rules = { test: compile(provider), known: new Map() };
    checked.set(provider, rules);
  }
  let fits = rules.known.get(origin);
  if (fits === undefined) {
    fits = rules.test(origin);
    if (rules.known.size < remembered) rules.known.set(origin, fits);
  }
  return fits;
}

/** Parses an address and checks it against the provider's hosts. @throws EgressError `refused`. */
export function providerUrl(provider: EgressProvider, address: string | URL): URL {
  const url = typeof address === 'string' ? parse(address) : address;
  if (url.username !== '' || url.password !== '' || !isProviderOrigin(provider, url.origin)) {
    throw new EgressError('refused', `${url.host} is not a host of ${provider.id}.`);
  }
  return url;
}

function parse(address: string): URL {
  if (!URL.canParse(address)) throw new EgressError('refused', 'That is not an address.');
  return new URL(address);
}

function compile({ hosts, personAddress }: EgressProvider): (origin: string) => boolean {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const host of hosts) {
    const match = /^https:\/\/([a-z0-9-]*)\{\w+\}([a-z0-9-]*(?:\.[a-z0-9-]+){2,})$/.exec(host);
    if (match) {
      const [, before = '', behind = ''] = match;
      patterns.push(new RegExp(`^https://${before}[a-z0-9][a-z0-9-]{0,62}${behind.replaceAll('.', '\\.')}$`));
    } else {
      exact.add(exactOrigin(host, personAddress === true));
    }
  }
  return (origin) => exact.has(origin) || patterns.some((pattern) => pattern.test(origin));
}

/** A person's own origin may be http where the operator lists it; a route refuses it otherwise. */
function exactOrigin(host: string, typed: boolean): string {
  const url = URL.canParse(host) ? new URL(host) : undefined;
  if (url?.protocol !== 'https:' && !(typed && url?.protocol === 'http:'))
    throw new EgressError('refused', `A provider declares ${host}, which is no https origin.`);
  return url.origin;
}
