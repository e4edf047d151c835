import { createHmac } from 'node:crypto';
import { evilRedirect } from '../evil-redirect.ts';
import type { DeclaredPeerOptions, PeerLie } from './declared.ts';

interface Callback {
  readonly redirectUri: string;
  readonly code: string;
  readonly state: string;
  readonly clientSecret: string;
}

/** The address the browser is sent back to: as the declaration wants it, or with one lie. */
export function callbackOf(
  { oauth, tells }: DeclaredPeerOptions,
  callback: Callback,
  lie: PeerLie | undefined,
): string {
  const iss = oauth.issParameter === true ? oauth.issuer : undefined;
  const url = new URL(evilRedirect(callback.redirectUri, { ...callback, iss: iss ?? oauth.issuer ?? '' }, lie));
  const query = url.searchParams;
  if (iss === undefined && !lie?.startsWith('callback-iss')) query.delete('iss');
  if (tells) query.set(tells.parameter, lie === 'callback-tells-elsewhere' ? 'evil' : tells.value);
  const { mustSay = {}, signature } = oauth.callback ?? {};
  for (const [name, value] of Object.entries(mustSay)) {
    if (lie === 'callback-says-nothing') continue;
    query.set(name, lie === 'callback-says-other' ? 'evil.example' : value);
  }
  if (signature) {
    const { timestamp, parameter } = signature;
    const late = lie === 'callback-stale' ? (timestamp?.toleranceSeconds ?? 0) + 60 : 0;
    if (timestamp) query.set(timestamp.parameter, String(Math.floor(Date.now() / 1_000) - late));
    const key = lie === 'callback-signed-by-another' ? 'another secret' : callback.clientSecret;
    if (lie !== 'callback-unsigned') query.set(parameter, signed(query, key, signature.encoding));
    if (lie === 'callback-changed-after-signing') query.set('code', `${callback.code}x`);
  }
  if (lie === 'callback-says-twice') for (const [name] of Object.entries(mustSay)) query.append(name, 'evil.example');
  return url.href;
}

const signed = (query: URLSearchParams, key: string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', key)
    .update(
      [...query]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => `${name}=${value}`)
        .join('&'),
    )
    .digest(encoding);
