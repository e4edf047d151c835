import type { AuthMethod } from './auth.ts';
import type { ProviderDeclaration } from './provider.ts';

/** A client id, and where it has one its secret, that the hub needs from a provider's console. */
export interface Registration {
  /** The provider's id; with the method's name behind it where a second kind of client is needed: `trello_key`. */
  readonly name: string;
  readonly provider: string;
  readonly title: string;
  /** False where there is no secret, or it may be left out. */
  readonly secret: boolean;
}

/** The registrations that a provider's methods need, each once: methods of one kind share theirs. */
export function registrationsOf(provider: Pick<ProviderDeclaration, 'id' | 'title' | 'auth'>): Registration[] {
  const found = new Map<string, Registration>();
  for (const [method, declaration] of Object.entries(provider.auth)) {
    const name = registrationName(provider, method);
    if (!name) continue;
    const secret = declaration.kind === 'oauth2' && declaration.clientAuth !== 'none';
    const also = found.get(name)?.secret ?? false;
    found.set(name, { name, provider: provider.id, title: provider.title, secret: secret || also });
  }
  return [...found.values()];
}

/** The registration that a method uses; undefined where it needs none of the hub's. */
export function registrationName(
  { id, auth }: Pick<ProviderDeclaration, 'id' | 'auth'>,
  method: string,
): string | undefined {
  const kind = kindOf(auth[method]);
  if (!kind) return undefined;
  const [first] = Object.values(auth).map(kindOf).filter(Boolean);
  return kind === first ? id : `${id}_${method.toLowerCase()}`;
}

function kindOf(method: AuthMethod | undefined): 'oauth2' | 'fragment' | undefined {
  if (method?.kind === 'fragment') return 'fragment';
  return method?.kind === 'oauth2' && method.client !== 'connection' ? 'oauth2' : undefined;
}
