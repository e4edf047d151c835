import type { Revealable } from '@switchboard/egress';
import { hostOf, type OAuthContext } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { refusal, unreadable } from './token-answer.ts';

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
  const { identity } = context.oauth;
  const answer = await context.egress
    .request({
      provider: hostOf(context, identity.endpoint),
      environment: context.environment,
      ...(context.account !== undefined && { account: context.account }),
      url: identity.endpoint,
      method: 'GET',
      headers: { accept: 'application/json' },
      credential: { secret: accessToken },
      limits: { bodyBytes: 65_536 },
      ...(context.signal && { signal: context.signal }),
    })
    .catch(unreadable);
  if (answer.status === 401) throw new OAuthError('invalid_token');
  if (!answer.ok) throw refusal(answer);
  const body = answer.tryJson();
  const subject = textAt(body, identity.subject, 255);
  if (subject === undefined) throw new OAuthError('invalid_answer');
  if (expectedSubject !== undefined && subject !== expectedSubject) throw new OAuthError('invalid_id_token');
  const email = identity.email && textAt(body, identity.email, 320);
  const name = identity.name && textAt(body, identity.name, 500);
  const picture = identity.picture && textAt(body, identity.picture, 2_000);
  return { subject, ...(email && { email }), ...(name && { name }), ...(picture && { picture }) };
}

/** The text or number at a JSON pointer (RFC 6901), where it is one and not too long. */
function textAt(value: unknown, pointer: string, longest: number): string | undefined {
  let at = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  const text = typeof at === 'number' && Number.isSafeInteger(at) ? String(at) : at;
  return typeof text === 'string' && text !== '' && text.length <= longest ? text : undefined;
}
