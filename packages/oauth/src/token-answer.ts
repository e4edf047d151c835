import { z } from 'zod';
import { EgressError, type EgressAnswer, type Revealable } from '@switchboard/egress';
import type { OAuthContext } from './declaration.ts';
import { HiddenToken } from './hidden-token.ts';
import { asItIs, type Hide, OAuthError } from './oauth-error.ts';
import { asObject, textAt, valueAt } from './pointer.ts';

/** What a token endpoint granted. */
export interface TokenAnswer {
  readonly accessToken: HiddenToken;
  /** The one to keep: the new one, or at a refresh without one the old one; a service account's key in place of one. */
  readonly refreshToken: Revealable | undefined;
  /** Seconds; the declaration's default where the answer does not say. */
  readonly expiresIn: number | undefined;
  readonly refreshTokenExpiresIn: number | undefined;
  /** As the answer says (O-9); undefined where it does not, which means: as asked (RFC 6749 §5.1). */
  readonly scopes: readonly string[] | undefined;
  readonly idToken: string | undefined;
}

const seconds = z.coerce
  .number()
  .nonnegative()
  .max(10 * 365 * 86_400)
  .transform(Math.floor);
const token = z
  .string()
  .min(1)
  .max(16_384)
  .regex(/^[\x21-\x7e]+$/);
const TokenBody = z.object({
  access_token: token,
  token_type: z.string().max(64).nullish(),
  expires_in: seconds.nullish(),
  refresh_token: token.nullish(),
  refresh_token_expires_in: seconds.nullish(),
  scope: z.string().max(16_384).nullish(),
  id_token: z.string().max(32_768).nullish(),
});

interface Form {
  readonly oauth: Pick<OAuthContext['oauth'], 'tokensAt' | 'tokenTypes' | 'tokenAnswerMustSay' | 'defaultExpiresIn'>;
}

/**
 * Reads a token endpoint's answer (RFC 6749 §5). The answer to a refresh may leave out what the first one had to say, and may have
 * its tokens at the top, as Slack's.
 * @throws OAuthError where it refuses or makes no sense, EgressError where it is down or limits us: then nothing is known (O-11).
 */
export function readTokenAnswer(
  { oauth }: Form,
  answer: EgressAnswer,
  { refreshing = false, hide = asItIs }: { readonly refreshing?: boolean; readonly hide?: Hide } = {},
): TokenAnswer {
  const body = asObject(answer.tryJson());
  if (answer.status === 429 || answer.status >= 500) throw notNow(answer);
  const refused = refusalIn(body, hide);
  if (refused) throw refused;
  if (!answer.ok) throw new OAuthError('unknown_error', `The token endpoint answered ${answer.status}.`);
  const told = oauth.tokensAt === undefined ? body : valueAt(body, oauth.tokensAt);
  const parsed = TokenBody.safeParse(refreshing ? (told ?? body) : told);
  if (!parsed.success || !isUsable(parsed.data.token_type, oauth.tokenTypes)) throw new OAuthError('invalid_answer');
  for (const [pointer, text] of Object.entries(oauth.tokenAnswerMustSay ?? {}))
    if (textAt(body, pointer, 2_048) !== text && !(refreshing && valueAt(body, pointer) === undefined))
      throw new OAuthError('invalid_answer');
  const { data } = parsed;
  return {
    accessToken: new HiddenToken(data.access_token),
    refreshToken: data.refresh_token ? new HiddenToken(data.refresh_token) : undefined,
    expiresIn: data.expires_in ?? oauth.defaultExpiresIn,
    refreshTokenExpiresIn: data.refresh_token_expires_in ?? undefined,
    scopes: data.scope ? splitScopes(data.scope) : undefined,
    idToken: data.id_token ?? undefined,
  };
}

/** An error answer that is no success: for the endpoints that answer nothing else. */
export function refusal(answer: EgressAnswer, hide: Hide = asItIs): OAuthError {
  if (answer.status === 429 || answer.status >= 500) throw notNow(answer);
  return (
    refusalIn(answer.tryJson(), hide) ?? new OAuthError('unknown_error', `The provider answered ${answer.status}.`)
  );
}

/** The refusal that an answer spells out, whatever its status: some come with 200. @param hide takes out what the call carried. */
export function refusalIn(answer: unknown, hide: Hide = asItIs): OAuthError | undefined {
  const body = asObject(answer);
  const error = body?.['error'];
  if (error === undefined || error === null || error === false || error === '') return undefined;
  const nested = asObject(error);
  const words = (value: unknown) => (typeof value === 'string' ? hide(value) : undefined);
  return nested
    ? OAuthError.from(nested['code'] ?? nested['status'] ?? nested['.tag'], words(nested['message']), hide)
    : OAuthError.from(error, words(body?.['error_description']), hide);
}

/** Turns an answer that egress could not read into the protocol's own error; other failures stay as they are. */
export function unreadable(error: unknown): never {
  if (error instanceof EgressError && error.mayHaveArrived && /^(too_large|bad_answer|refused)$/.test(error.kind)) {
    throw new OAuthError('invalid_answer');
  }
  throw error;
}

/** A space or a comma separates in every dialect, whatever was asked with, as no scope holds one. */
const splitScopes = (scope: string): string[] => [...new Set(scope.split(/[,\s]+/).filter((name) => name !== ''))];

function notNow(answer: EgressAnswer): EgressError {
  const seconds = Number(answer.header('retry-after'));
  return new EgressError(answer.status === 429 ? 'limited' : 'unavailable', 'The token endpoint is not available.', {
    mayHaveArrived: answer.status !== 429,
    ...(seconds > 0 && { retryAfterSeconds: Math.min(3_600, Math.ceil(seconds)) }),
  });
}

/** Some leave the type out, as Shopify does: then it is the usual one. */
const isUsable = (type: string | null | undefined, others: readonly string[] = []): boolean =>
  !type || ['bearer', ...others].some((usable) => usable.toLowerCase() === type.toLowerCase());
