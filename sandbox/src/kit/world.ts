import type { SandboxClock } from './clock.ts';
import type { OriginHandler } from './exchange.ts';
import type { ErrorBody } from './faults.ts';
import type { Html } from './html.ts';
import type { Quotas } from './quotas.ts';
import type { Store } from './store.ts';

export interface SandboxClient {
  readonly provider: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

/** What every stand-in is given. */
export interface SandboxKit {
  readonly store: Store;
  readonly clock: SandboxClock;
  readonly quotas: Quotas;
  readonly seed: number;
  readonly clients: readonly SandboxClient[];
}

export interface AccountSummary {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** A client that an account gave something, in plain words. */
export interface ConnectedApp {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** What a person types to connect an account here, by one of the provider's methods. */
export interface SandboxKey {
  /** Name of the method in the provider's declaration. */
  readonly method: string;
  /** Whose account it opens. */
  readonly title: string;
  /** The API key, bot token or service account file. */
  readonly key?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Of a client that people register themselves, where they bring one. */
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** One provider's stand-in: its origins, and the switches tests turn. */
export interface World {
  readonly provider: string;
  readonly title: string;
  /** Official origin to what answers there. */
  readonly origins: Readonly<Record<string, OriginHandler>>;
  /** How this provider words a refusal that a fault switch asks for. */
  readonly errorBody: ErrorBody;
  accounts(): AccountSummary[];
  /** Who has access to an account; left out where the provider knows no apps. */
  apps?(accountId: string): readonly ConnectedApp[];
  /** Keys and settings that work here, where consent alone does not connect; the first is Ada's. Shown on the page and at `/_sandbox/keys`. */
  keys?(): readonly SandboxKey[];
  /** Everything an account holds, for tests. */
  stateOf(accountId: string): unknown;
  /** What an account holds, for people. */
  pageOf(accountId: string, query: URLSearchParams): Html;
  /** Makes every access token stale, of one account where given; answers how many. */
  expireTokens(accountId?: string): Promise<number>;
  /** Ends every grant as the person would at the provider, of one account where given; answers how many. */
  revokeGrants(accountId?: string): Promise<number>;
  /** Back to the first day. */
  reset(): void;
}

export type WorldFactory = (kit: SandboxKit) => World;
