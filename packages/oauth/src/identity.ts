import { hidingCredential, type Revealable } from '@switchboard/egress';
import { callTo, type CallContext, type OAuthContext, type ProviderIdentity } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { textAt, valueAt } from './pointer.ts';
import { refusal, refusalIn, unreadable } from './token-answer.ts';

/** Whose account was connected. `subject` is the provider's stable id, never an e-mail address (O-8). */
export interface Identity {
  readonly subject: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
}

/**
 * Reads the account at the provider's identity endpoint.
 * @throws OAuthError `invalid_id_token` where it is another account than the ID token's (OpenID Connect Core §5.3.2).
 */
export async function readIdentity(
  context: OAuthContext,
  accessToken: Revealable,
  expectedSubject?: string,
): Promise<Identity> {
  const { own, ...rest } = await read(context, context.oauth.identity, accessToken);
  const { subject } = rest;
  if (subject === undefined) throw new OAuthError('invalid_answer');
  if (expectedSubject !== undefined && own !== expectedSubject) throw new OAuthError('invalid_id_token');
  return { ...rest, subject };
}

/**
 * What an identity endpoint says of a credential; no subject where the declaration names none.
 * @throws OAuthError, `invalid_token` where the credential is not accepted.
 */
export async function readAccount(
  context: CallContext,
  identity: ProviderIdentity,
  credential: Revealable,
): Promise<Partial<Identity>> {
  const { own: _own, ...account } = await read(context, identity, credential);
  return account;
}

/** The same; `own` is the subject without what it is unique in. */
async function read(
  context: CallContext,
  identity: ProviderIdentity,
  credential: Revealable,
): Promise<Partial<Identity> & { readonly own?: string }> {
  const { endpoint, method = 'GET', body, headers, use } = identity;
  const sent = { secret: credential, ...(use && { place: use }) };
  const answer = await context.egress
    .request({
      ...callTo(context, endpoint),
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      idempotent: true,
      credential: sent,
      limits: { bodyBytes: identityBytes },
    })
    .catch(unreadable);
  const hide = hidingCredential(sent);
  if (answer.status === 401) throw new OAuthError('invalid_token');
  if (!answer.ok) throw refusal(answer, hide);
  const said = answer.tryJson();
  for (const [pointer, wanted] of Object.entries(identity.mustSay ?? {})) {
    const found = valueAt(said, pointer);
    if (found === undefined) throw new OAuthError('invalid_answer');
    if (found !== wanted) throw refusalIn(said, hide) ?? new OAuthError('invalid_token');
  }
  for (const pointer of identity.mustHave ?? [])
    if (valueAt(said, pointer) === undefined) throw new OAuthError('invalid_answer');
  const own = identity.subject && textAt(said, identity.subject, 255);
  const within = identity.within && textAt(said, identity.within, 255);
  const found = {
    own,
    subject: own && within ? `${within} ${own}` : own,
    email: identity.email && textAt(said, identity.email, 320),
    name: identity.name && textAt(said, identity.name, 500),
    picture: identity.picture && textAt(said, identity.picture, 2_000),
  };
  const unclear = (identity.subject !== undefined && !own) || (identity.within !== undefined && !within);
  if (unclear) throw new OAuthError('invalid_answer');
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as Partial<Identity>;
}

/** A list of models is a live check too, and may be long. */
const identityBytes = 1_048_576;
