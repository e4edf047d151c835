import type { SandboxKit } from '../../kit/world.ts';
import type { OAuthCore } from './core.ts';
import { oauthState, type AuthorizationFlow } from './state.ts';
import { accessPrefix, codePrefix, refreshPrefix } from './token.ts';

const refreshTokensKept = 100;
const tokenKinds = ['AccessToken', 'RefreshToken', 'AuthorizationCode', 'Grant'];

/** The grants of a person and a client: made at consent, counted together, ended together. */
export class Grants {
  readonly #kit: SandboxKit;
  readonly #core: OAuthCore;

  constructor(kit: SandboxKit, core: OAuthCore) {
    this.#kit = kit;
    this.#core = core;
  }

  /** Every scope the person has given this client so far. */
  held(accountId: string, clientId: string): string[] {
    const notes = Object.values(oauthState(this.#kit.store).grants);
    const own = notes.filter((note) => note.accountId === accountId && note.clientId === clientId);
    return [...new Set(own.flatMap((note) => note.scopes))];
  }

  /** The clients an account has given something, with what it gave. */
  clientsOf(accountId: string): { clientId: string; scopes: string[] }[] {
    const notes = Object.values(oauthState(this.#kit.store).grants).filter((note) => note.accountId === accountId);
    const ids = [...new Set(notes.map((note) => note.clientId))];
    return ids.map((clientId) => ({ clientId, scopes: this.held(accountId, clientId) }));
  }

  /** Writes the consent down and answers the single-use code for it. */
  async give(flow: AuthorizationFlow, accountId: string, ticked: readonly string[], first: boolean): Promise<string> {
    const { provider } = this.#core;
    const before = flow.includeGranted ? this.held(accountId, flow.clientId) : [];
    const scopes = [...new Set([...ticked, ...before])];
    const grant = new provider.Grant({ accountId, clientId: flow.clientId });
    grant.addOIDCScope(scopes.join(' '));
    const grantId = await grant.save();
    const offline = flow.offline && (first || flow.prompts.includes('consent'));
    oauthState(this.#kit.store).grants[grantId] = { accountId, clientId: flow.clientId, scopes, offline };
    this.#dropOldest(accountId, flow.clientId);
    const code = new provider.AuthorizationCode({
      client: (await provider.Client.find(flow.clientId))!,
      accountId,
      grantId,
      gty: 'authorization_code',
      redirectUri: flow.redirectUri,
      scope: scopes.join(' '),
      authTime: Math.floor(this.#kit.clock() / 1000),
      ...(flow.nonce && { nonce: flow.nonce }),
      ...(flow.codeChallenge && { codeChallenge: flow.codeChallenge, codeChallengeMethod: 'S256' }),
    });
    return `${codePrefix}${await code.save()}`;
  }

  /** The grant a token belongs to, whatever kind of token it is. */
  async ofToken(token: string): Promise<{ accountId: string; clientId: string } | undefined> {
    const { provider } = this.#core;
    const found = token.startsWith(refreshPrefix)
      ? await provider.RefreshToken.find(token.slice(refreshPrefix.length))
      : await provider.AccessToken.find(token.startsWith(accessPrefix) ? token.slice(accessPrefix.length) : token);
    return found?.accountId && found.clientId ? { accountId: found.accountId, clientId: found.clientId } : undefined;
  }

  /** Google keeps a hundred refresh tokens of an account and client; the oldest goes without a word. */
  #dropOldest(accountId: string, clientId: string): void {
    const rows = Object.entries(oauthState(this.#kit.store).models.RefreshToken ?? {});
    const own = rows.filter(([, row]) => row.payload.accountId === accountId && row.payload.clientId === clientId);
    for (const [id] of own.slice(0, Math.max(0, own.length - refreshTokensKept + 1)))
      delete oauthState(this.#kit.store).models.RefreshToken![id];
  }

  /** Ends every grant of the account, at every client as all are one Cloud project; answers how many there were. */
  end(accountId?: string): number {
    const state = oauthState(this.#kit.store);
    let ended = 0;
    for (const [grantId, note] of Object.entries(state.grants)) {
      if (accountId && note.accountId !== accountId) continue;
      delete state.grants[grantId];
      ended += 1;
      for (const kind of tokenKinds)
        for (const [id, row] of Object.entries(state.models[kind] ?? {}))
          if (id === grantId || row.payload.grantId === grantId) delete state.models[kind]![id];
    }
    this.#kit.store.changed();
    return ended;
  }

  /** Makes access tokens stale while their grants live on; answers how many there were. */
  expireAccess(accountId?: string): number {
    const rows = oauthState(this.#kit.store).models.AccessToken ?? {};
    const stale = Object.entries(rows).filter(([, row]) => !accountId || row.payload.accountId === accountId);
    for (const [id] of stale) delete rows[id];
    this.#kit.store.changed();
    return stale.length;
  }
}
