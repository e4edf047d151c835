import type { JsonWebKey } from 'node:crypto';
import type { Store } from '../../kit/store.ts';
import { nameFor, secretName } from '../../kit/random.ts';
import { rsaKeys } from '../../kit/rsa-keys.ts';

/** What oidc-provider keeps, by kind and id. */
export type ModelRows = Record<string, { payload: Record<string, unknown>; expiresAt?: number }>;

export interface GrantNote {
  readonly accountId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** True where the code's exchange gives a refresh token. */
  readonly offline: boolean;
}

export interface AuthorizationFlow {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly nonce?: string;
  readonly codeChallenge?: string;
  readonly offline: boolean;
  readonly includeGranted: boolean;
  readonly prompts: readonly string[];
  readonly expiresAt: number;
}

export interface OAuthState {
  key: JsonWebKey & { kid: string; alg: string; use: string };
  cookieKey: string;
  models: Record<string, ModelRows>;
  grants: Record<string, GrantNote>;
  flows: Record<string, AuthorizationFlow>;
}

export const oauthState = (store: Store): OAuthState =>
  store.part<OAuthState>('google.oauth', () => {
    const jwk = rsaKeys().privateKey.export({ format: 'jwk' });
    const key = { ...jwk, kid: nameFor(String(jwk.n), 40), alg: 'RS256', use: 'sig' };
    return { key, cookieKey: secretName(), models: {}, grants: {}, flows: {} };
  });
