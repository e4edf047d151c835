import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { z } from 'zod';
import { callTo, type OAuthContext } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';
import { unreadable } from './token-answer.ts';

const algorithms = ['RS256', 'PS256', 'ES256'];
const toleranceSeconds = 60;
const oldestSeconds = 600;
const keysForMs = 10 * 60_000;
const againAfterMs = 10_000;
const mostIssuers = 1_000;

export interface IdTokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly email?: string;
  readonly name?: string;
  readonly picture?: string;
}

export interface IdTokenExpectation {
  /** The flow's, at sign-in; an ID token of a refresh needs none. */
  readonly nonce?: string;
  /** The account the first ID token named, at a refresh (OpenID Connect Core §12.2). */
  readonly subject?: string;
}

const KeySet = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .min(1)
    .max(50),
});
const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  iat: z.number(),
  exp: z.number(),
  nonce: z.string().optional(),
  email: z.string().max(320).optional().catch(undefined),
  name: z.string().max(500).optional().catch(undefined),
  picture: z.string().max(2_000).optional().catch(undefined),
});

/** The pinned issuer's keys, kept ten minutes; fetched again at once, but at most every ten seconds, for a key not known yet. */
export class IssuerKeys {
  readonly #kept = new Map<string, { keys: JSONWebKeySet; at: number }>();

  /** @throws OAuthError `invalid_id_token` where the answer is no key set. */
  async get(context: OAuthContext, olderThanMs = keysForMs): Promise<JSONWebKeySet> {
    const { oauth, environment, egress } = context;
    if (oauth.jwksUri === undefined) throw new OAuthError('invalid_id_token');
    const id = `${environment} ${oauth.jwksUri}`;
    const kept = this.#kept.get(id);
    const now = timeOf(context);
    if (kept && now - kept.at < olderThanMs) return kept.keys;
    const answer = await egress.request({ ...callTo(context, oauth.jwksUri), method: 'GET' }).catch(unreadable);
    const parsed = KeySet.safeParse(answer.ok ? answer.tryJson() : undefined);
    if (!parsed.success) throw new OAuthError('invalid_id_token');
    const keys = parsed.data as JSONWebKeySet;
    if (this.#kept.size >= mostIssuers) this.#kept.clear();
    this.#kept.set(id, { keys, at: now });
    return keys;
  }

  /** Keys for a token that the kept ones do not fit. */
  getAgain(context: OAuthContext): Promise<JSONWebKeySet> {
    return this.get(context, againAfterMs);
  }
}

/**
 * Checks an ID token whole: signature by the pinned issuer's keys and a listed algorithm, `iss`, `aud`, `azp`, `exp`, `iat`,
 * `nonce` (O-7, OpenID Connect Core §3.1.3.7).
 * @throws OAuthError `invalid_id_token`, never saying which check failed.
 */
export async function verifyIdToken(
  context: OAuthContext,
  keys: IssuerKeys,
  idToken: string,
  expected: IdTokenExpectation,
): Promise<IdTokenClaims> {
  const { oauth, client } = context;
  if (oauth.issuer === undefined) throw new OAuthError('invalid_id_token');
  const payload = await verified(context, keys, idToken);
  const parsed = Claims.safeParse(payload);
  if (!parsed.success) throw new OAuthError('invalid_id_token');
  const { iss, sub, aud, azp, iat, nonce, email, name, picture } = parsed.data;
  const audiences = Array.isArray(aud) ? aud : [aud];
  const now = timeOf(context) / 1_000;
  const good =
    iss === oauth.issuer &&
    audiences.includes(client.clientId) &&
    (audiences.length === 1 || azp !== undefined) &&
    (azp === undefined || azp === client.clientId) &&
    iat <= now + toleranceSeconds &&
    iat >= now - oldestSeconds &&
    (expected.nonce === undefined || nonce === expected.nonce) &&
    (expected.subject === undefined || sub === expected.subject);
  if (!good) throw new OAuthError('invalid_id_token');
  return { iss, sub, ...(email && { email }), ...(name && { name }), ...(picture && { picture }) };
}

async function verified(context: OAuthContext, keys: IssuerKeys, idToken: string): Promise<JWTPayload> {
  try {
    return await verify(context, idToken, await keys.get(context));
  } catch (error) {
    const rotated = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed;
    if (!rotated) throw refused(error);
  }
  try {
    return await verify(context, idToken, await keys.getAgain(context));
  } catch (error) {
    throw refused(error);
  }
}

async function verify(context: OAuthContext, idToken: string, keys: JSONWebKeySet): Promise<JWTPayload> {
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
    algorithms,
    clockTolerance: toleranceSeconds,
    currentDate: new Date(timeOf(context)),
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
  });
  return payload;
}

/** Failures of the token become one error; those of the network stay what they are. */
const refused = (error: unknown): unknown =>
  error instanceof errors.JOSEError || error instanceof TypeError ? new OAuthError('invalid_id_token') : error;

const timeOf = ({ now }: OAuthContext): number => (now ? now() : new Date()).getTime();
