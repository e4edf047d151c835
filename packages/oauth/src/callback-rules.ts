import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CallbackForm, OAuthContext } from './declaration.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * Checks what a callback must carry besides `state` and `code`, before the code is sent anywhere: its signature, how old it is,
 * and the values that only are compared (O-6).
 * @throws OAuthError `invalid_callback`.
 */
export function checkCallback({ oauth, client, now }: OAuthContext, query: URLSearchParams): void {
  const { mustSay = {}, signature } = oauth.callback ?? {};
  if (signature) checkSignature(signature, client.clientSecret?.reveal() ?? '', query, now?.() ?? new Date());
  for (const [name, value] of Object.entries(mustSay))
    if (query.getAll(name).length !== 1 || query.get(name) !== value) throw new OAuthError('invalid_callback');
}

function checkSignature(
  { parameter, algorithm, encoding, timestamp }: NonNullable<CallbackForm['signature']>,
  key: string,
  query: URLSearchParams,
  now: Date,
): void {
  if (key === '') throw new OAuthError('invalid_callback');
  const signed = Buffer.from(createHmac(algorithm, key).update(signedText(query, parameter)).digest(encoding));
  const given = Buffer.from(query.get(parameter) ?? '');
  const same = given.length === signed.length && timingSafeEqual(given, signed);
  if (!same || query.getAll(parameter).length !== 1) throw new OAuthError('invalid_callback');
  if (!timestamp) return;
  const seconds = query.get(timestamp.parameter) ?? '';
  const offBy = Math.abs(now.getTime() / 1_000 - Number(seconds));
  if (!/^\d{1,12}$/.test(seconds) || offBy > timestamp.toleranceSeconds) throw new OAuthError('invalid_callback');
}

/** The parameters but the signature, sorted by name; what separates them is escaped in names and values. */
export function signedText(query: URLSearchParams, signature: string): string {
  const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('&', '%26');
  return [...query]
    .filter(([name]) => name !== signature)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${escaped(name).replaceAll('=', '%3D')}=${escaped(value)}`)
    .join('&');
}
