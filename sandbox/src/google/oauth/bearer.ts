import type { SandboxKit } from '../../kit/world.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';
import { accountBy, type GoogleAccount } from '../accounts.ts';
import { GoogleError } from '../errors.ts';
import { serviceBearer, servicePrefix } from '../keep/service-account.ts';
import type { OAuthCore } from './core.ts';
import { accessPrefix } from './token.ts';

export interface Bearer {
  readonly account: GoogleAccount;
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
}

const realm = 'Bearer realm="https://accounts.google.com/"';

const unauthenticated = (message: string, reason: string, challenge: string): GoogleError =>
  new GoogleError(401, reason, message, {
    location: 'Authorization',
    locationType: 'header',
    headers: { 'www-authenticate': challenge },
  });

/** Reads the access token of a request. @throws {GoogleError} 401 in Google's words. */
export async function bearerOf(kit: SandboxKit, core: OAuthCore, request: SandboxRequest): Promise<Bearer> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token)
    throw unauthenticated(
      'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
      'required',
      realm,
    );
  const service = token.startsWith(servicePrefix) ? serviceBearer(kit, token) : undefined;
  if (service) return service;
  const stored = token.startsWith(accessPrefix)
    ? await core.provider.AccessToken.find(token.slice(accessPrefix.length))
    : undefined;
  const account = stored?.accountId ? accountBy(stored.accountId) : undefined;
  const stale = stored && (stored.iat ?? 0) * 1000 + 3_599_000 <= kit.clock();
  if (!stored || !account || stale)
    throw unauthenticated(
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
      'authError',
      `${realm}, error="invalid_token"`,
    );
  return { account, clientId: stored.clientId ?? '', scopes: new Set(stored.scope?.split(' ') ?? []) };
}

/** @throws {GoogleError} 403 where none of the scopes was granted. */
export function requireScope(scopes: ReadonlySet<string>, wanted: readonly string[], method: string): void {
  if (wanted.length === 0 || wanted.some((scope) => scopes.has(scope))) return;
  throw new GoogleError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', {
    headers: { 'www-authenticate': `${realm}, error="insufficient_scope", scope="${wanted.join(' ')}"` },
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { method },
      },
    ],
  });
}
