import { hiding, type Revealable } from '@switchboard/egress';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { callTo, type CallContext, tokenLimits } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { readTokenAnswer, type TokenAnswer, unreadable } from './token-answer.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const lifeSeconds = 3_600;
/** A clock of ours that runs a little ahead still makes an assertion that holds. */
const leewaySeconds = 30;

/** The file that a console gives for a service account; what else is in it is not read. */
const KeyFile = z.object({
  type: z.literal('service_account'),
  client_email: z.email().max(320),
  client_id: z.string().regex(/^\d{1,40}$/),
  private_key: z.string().max(8_192).includes('-----BEGIN PRIVATE KEY-----'),
  private_key_id: z.string().max(128).optional(),
});
export type ServiceAccountKey = z.infer<typeof KeyFile>;

/** The key of a service account, or undefined where the text is none. */
export function readServiceAccountKey(text: string): ServiceAccountKey | undefined {
  try {
    const parsed = KeyFile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export interface Assertion {
  readonly tokenEndpoint: string;
  /** The person it acts for. */
  readonly actsFor: string;
  readonly scopes: readonly string[];
}

/**
 * Exchanges a signed assertion for access (RFC 7523 §2.1). The audience is the declared endpoint, whatever the file says; the key
 * stands in place of a refresh token, because the next access is made from it.
 * @throws OAuthError, `invalid_client` where the file holds no key.
 */
export async function exchangeAssertion(
  context: CallContext & { readonly now?: () => Date },
  keyFile: Revealable,
  { tokenEndpoint, actsFor, scopes }: Assertion,
): Promise<TokenAnswer> {
  const key = readServiceAccountKey(keyFile.reveal());
  if (!key) throw new OAuthError('invalid_client');
  const now = Math.floor((context.now?.() ?? new Date()).getTime() / 1_000) - leewaySeconds;
  const signing = await importPKCS8(key.private_key, 'RS256').catch(() => {
    throw new OAuthError('invalid_client');
  });
  const assertion = await new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(key.private_key_id && { kid: key.private_key_id }) })
    .setIssuer(key.client_email)
    .setSubject(actsFor)
    .setAudience(tokenEndpoint)
    .setIssuedAt(now)
    .setExpirationTime(now + lifeSeconds)
    .sign(signing);
  const answer = await context.egress
    .request({
      ...callTo(context, tokenEndpoint),
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: grantType, assertion }).toString(),
      idempotent: true,
      limits: tokenLimits,
    })
    .catch(unreadable);
  const tokens = readTokenAnswer({ oauth: { defaultExpiresIn: lifeSeconds } }, answer, { hide: hiding([assertion]) });
  return { ...tokens, refreshToken: keyFile, scopes: tokens.scopes ?? scopes, idToken: undefined };
}
