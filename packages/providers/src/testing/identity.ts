import { fill, valuesOf, type IdentityDeclaration, type Tables } from '@switchboard/provider-kit';
import { at } from './pointer.ts';

export interface Account {
  readonly subject: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
}

/** Reads whose account it is, as the declaration tells it. `call` sends a request with the credential. */
export async function identityOf(
  identity: IdentityDeclaration,
  { settings, tables }: { settings: Readonly<Record<string, string>>; tables?: Tables },
  call: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Account> {
  const { endpoint, method = 'GET', body, headers = {} } = identity;
  const answer = await call(fill(endpoint, valuesOf(settings, tables)), {
    method,
    headers: { accept: 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox does not say whose account it is: ${answer.status} ${text}`);
  const value: unknown = JSON.parse(text);
  for (const [pointer, wanted] of Object.entries(identity.mustSay ?? {})) {
    if (at(value, pointer) !== wanted) throw new Error(`${pointer} of the identity is not ${wanted}: ${text}`);
  }
  const said = (pointer: string | undefined): string | undefined => {
    const found = pointer === undefined ? undefined : at(value, pointer);
    return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
  };
  const own = identity.subject === undefined ? 'key' : said(identity.subject);
  const within = said(identity.within);
  const subject = own && within ? `${within} ${own}` : own;
  if (!subject || (identity.within !== undefined && !within))
    throw new Error(`The identity has nothing at ${identity.subject}: ${text}`);
  const more = { email: said(identity.email), name: said(identity.name), picture: said(identity.picture) };
  return { subject, ...Object.fromEntries(Object.entries(more).filter(([, one]) => one !== undefined)) };
}
