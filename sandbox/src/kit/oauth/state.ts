import { nameFor } from '../random.ts';
import type { Store } from '../store.ts';

/** An authorization request that waits for a person. */
export interface Flow {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly origin: string;
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly nonce?: string;
  readonly codeChallenge?: string;
  readonly offline: boolean;
  readonly includeGranted: boolean;
  readonly expiresAt: number;
}

export interface Grant {
  readonly accountId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly offline: boolean;
  /** When it was made or last refreshed. */
  usedAt: number;
}

export interface Code {
  readonly grantId: string;
  readonly redirectUri: string;
  readonly codeChallenge?: string;
  readonly nonce?: string;
  readonly expiresAt: number;
  spent: boolean;
}

export interface AccessToken {
  readonly grantId: string;
  readonly scopes: readonly string[];
  expiresAt?: number;
}

export interface RefreshToken {
  readonly grantId: string;
  /** The hash of the token it came for. */
  readonly parent?: string;
  readonly issuedAt: number;
  readonly expiresAt?: number;
  spentAt?: number;
  /** When it was used, for the limit. */
  uses: number[];
}

/** What an authorization server remembers; codes and tokens only by their hash. */
export interface OAuthState {
  readonly flows: Record<string, Flow>;
  readonly grants: Record<string, Grant>;
  readonly codes: Record<string, Code>;
  readonly access: Record<string, AccessToken>;
  readonly refresh: Record<string, RefreshToken>;
}

export const oauthState = (store: Store, provider: string): OAuthState =>
  store.part<OAuthState>(`${provider}.oauth`, () => ({ flows: {}, grants: {}, codes: {}, access: {}, refresh: {} }));

/** The name a secret is kept under. */
export const hashed = (secret: string): string => nameFor(secret, 40);

/** The entry of this name, never one that every object has. */
export const entryOf = <T>(entries: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;
