import { secretName } from '../random.ts';
import type { SandboxKit } from '../world.ts';
import type { AuthorizationConfig, OAuthAccount } from './config.ts';
import { entryOf, hashed, oauthState, type AccessToken, type Grant, type OAuthState } from './state.ts';

const keptPastMs = 24 * 3_600_000;

export interface IssuedTokens {
  readonly access: string;
  readonly refresh?: string;
}

/** The grants of one authorization server with their tokens: made, found, made stale, ended. */
export class Grants<Account extends OAuthAccount> {
  readonly #kit: SandboxKit;
  readonly #config: AuthorizationConfig<Account>;

  constructor(kit: SandboxKit, config: AuthorizationConfig<Account>) {
    this.#kit = kit;
    this.#config = config;
  }

  get state(): OAuthState {
    return oauthState(this.#kit.store, this.#config.provider);
  }

  accountBy(idOrEmail: string): Account | undefined {
    const wanted = idOrEmail.toLowerCase();
    return this.#config.accounts.find(({ id, email }) => id === idOrEmail || email?.toLowerCase() === wanted);
  }

  /** Every scope the account has given this client so far. */
  held(accountId: string, clientId: string): string[] {
    const own = Object.values(this.state.grants).filter(
      (grant) => grant.accountId === accountId && grant.clientId === clientId,
    );
    return [...new Set(own.flatMap(({ scopes }) => scopes))];
  }

  /** The clients an account has given something, with what it gave. */
  apps(accountId: string): { clientId: string; scopes: string[] }[] {
    const own = Object.values(this.state.grants).filter((grant) => grant.accountId === accountId);
    return [...new Set(own.map(({ clientId }) => clientId))].map((clientId) => ({
      clientId,
      scopes: this.held(accountId, clientId),
    }));
  }

  make(grant: Omit<Grant, 'usedAt'>): string {
    const id = secretName(12);
    this.state.grants[id] = { ...grant, usedAt: this.#kit.clock() };
    this.#kit.store.changed();
    return id;
  }

  /** A new access token of the grant, and a refresh token where asked; narrower scopes than the grant's where given. */
  issue(grantId: string, refreshFor: { parent?: string } | undefined, scopes?: readonly string[]): IssuedTokens {
    const { spell = {}, accessSeconds, refreshSeconds } = this.#config;
    const { grants, access, refresh } = this.state;
    const grant = grants[grantId]!;
    const now = this.#kit.clock();
    this.#sweep(now);
    const token = (spell.access ?? String)(secretName());
    access[hashed(token)] = {
      grantId,
      scopes: scopes ?? grant.scopes,
      ...(accessSeconds !== undefined && { expiresAt: now + accessSeconds * 1000 }),
    };
    grant.usedAt = now;
    this.#kit.store.changed();
    if (!refreshFor) return { access: token };
    const renewal = (spell.refresh ?? String)(secretName());
    refresh[hashed(renewal)] = {
      grantId,
      ...refreshFor,
      issuedAt: now,
      ...(refreshSeconds !== undefined && { expiresAt: now + refreshSeconds * 1000 }),
      uses: [],
    };
    this.#dropOldest(grant);
    return { access: token, refresh: renewal };
  }

  /** The live grant a token of either kind belongs to. */
  ofToken(token: string): { grantId: string; grant: Grant } | undefined {
    const { access, refresh, grants } = this.state;
    const name = hashed(token);
    const grantId = (entryOf(refresh, name) ?? entryOf(access, name))?.grantId;
    const grant = grantId === undefined ? undefined : entryOf(grants, grantId);
    return grant && { grantId: grantId!, grant };
  }

  accessBy(token: string): { token: AccessToken; grant: Grant } | undefined {
    const { access, grants } = this.state;
    const found = entryOf(access, hashed(token));
    const grant = found && entryOf(grants, found.grantId);
    return grant && { token: found, grant };
  }

  end(grantId: string): void {
    const { grants, access, refresh, codes } = this.state;
    delete grants[grantId];
    for (const entries of [access, refresh, codes])
      for (const [name, entry] of Object.entries(entries)) if (entry.grantId === grantId) delete entries[name];
    this.#kit.store.changed();
  }

  /** Ends every grant, of one account where given; answers how many. */
  endAll(accountId?: string): number {
    const ended = Object.entries(this.state.grants).filter(([, grant]) => !accountId || grant.accountId === accountId);
    for (const [id] of ended) this.end(id);
    return ended.length;
  }

  /** Makes access tokens that can run out do so now; answers how many. */
  expire(accountId?: string): number {
    if (this.#config.accessSeconds === undefined) return 0;
    const { access, grants } = this.state;
    const now = this.#kit.clock();
    const live = Object.values(access).filter(
      ({ grantId, expiresAt }) =>
        (expiresAt ?? 0) > now && (!accountId || entryOf(grants, grantId)?.accountId === accountId),
    );
    for (const token of live) token.expiresAt = now;
    this.#kit.store.changed();
    return live.length;
  }

  #dropOldest({ accountId, clientId }: Grant): void {
    const kept = this.#config.refreshTokensKept;
    if (kept === undefined) return;
    const { refresh, grants } = this.state;
    const own = Object.entries(refresh).filter(([, { grantId }]) => {
      const grant = entryOf(grants, grantId);
      return grant?.accountId === accountId && grant.clientId === clientId;
    });
    for (const [name] of own.slice(0, Math.max(0, own.length - kept))) delete refresh[name];
  }

  /** Lets go of what is long past, so that the file does not grow with every refresh. */
  #sweep(now: number): void {
    const { flows, codes, access, refresh } = this.state;
    for (const entries of [flows, codes, access, refresh] as Record<string, { expiresAt?: number }>[])
      for (const [name, { expiresAt }] of Object.entries(entries))
        if (expiresAt !== undefined && expiresAt < now - keptPastMs) delete entries[name];
  }
}
