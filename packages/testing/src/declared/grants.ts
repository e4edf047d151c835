import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DeclaredOAuth } from './declared.ts';

export interface PeerGrant {
  readonly subject: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly redirectUri: string;
}

const canary = (prefix: string): string => `canary-${prefix}-${randomBytes(16).toString('hex')}`;

/** What a peer gave out: codes once, access tokens, and refresh tokens as the declaration says. */
export class PeerGrants {
  refreshes = 0;
  /** Spent refresh tokens that came again. */
  reused = 0;
  readonly #codes = new Map<string, PeerGrant>();
  readonly #access = new Map<string, PeerGrant>();
  readonly #refresh = new Map<string, PeerGrant>();
  readonly #spent = new Set<string>();

  constructor(private readonly oauth: DeclaredOAuth) {}

  get alive(): number {
    return this.#access.size + this.#refresh.size;
  }

  endAll(): void {
    this.#refresh.clear();
    this.#access.clear();
  }

  /** Has every access token run out. */
  expire(): void {
    this.#access.clear();
  }

  code(grant: PeerGrant): string {
    const code = canary('code');
    this.#codes.set(code, grant);
    return code;
  }

  /** Tokens for a grant; a refresh token only where the declaration renews and a new one is due. */
  issue(grant: PeerGrant, refreshing: boolean): { access: string; refresh: string | undefined } {
    const access = canary('at');
    this.#access.set(access, grant);
    const renews = this.oauth.neverExpires !== true && (!refreshing || this.oauth.refreshRotates === true);
    const refresh = renews ? canary('rt') : undefined;
    if (refresh) this.#refresh.set(refresh, grant);
    return { access, refresh };
  }

  /** A token without a flow, as one of a fragment. */
  give(subject: string): string {
    const grant = { subject, scope: '', nonce: undefined, challenge: undefined, redirectUri: '' };
    return this.issue(grant, true).access;
  }

  takeCode(fields: Readonly<Record<string, string>>): PeerGrant | undefined {
    const code = fields['code'] ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (!grant || grant.redirectUri !== fields['redirect_uri']) return undefined;
    const verifier = fields['code_verifier'] ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return this.oauth.pkce === 'none' || grant.challenge === challenge ? grant : undefined;
  }

  takeRefresh(token: string): PeerGrant | undefined {
    if (this.#spent.has(token)) this.reused++;
    const grant = this.#refresh.get(token);
    if (this.oauth.refreshRotates === true && this.#refresh.delete(token)) this.#spent.add(token);
    return grant;
  }

  /** The grant whose access token is anywhere in a request, wherever the declaration puts it. */
  holderOf(request: IncomingMessage): PeerGrant | undefined {
    const said = textOf(request);
    return [...this.#access].find(([token]) => said.includes(token))?.[1];
  }

  /** True where an access token still counts. */
  opens(token: string): boolean {
    return this.#access.has(token);
  }

  /** Ends the grant of a token that is anywhere in a request, or all; false where nobody knows one. */
  revoke(request: IncomingMessage, fields: Readonly<Record<string, string>>, all: boolean): boolean {
    const said = textOf(request) + JSON.stringify(fields);
    const held = [...this.#access, ...this.#refresh].find(([token]) => said.includes(token))?.[1];
    if (!held) return false;
    for (const tokens of [this.#access, this.#refresh])
      for (const [token, grant] of tokens) if (all || grant === held) tokens.delete(token);
    return true;
  }
}

/** Address and headers, with what Basic hides. */
function textOf({ url = '', headers }: IncomingMessage): string {
  const basic = /^Basic (\S+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  return `${decodeURIComponent(url)} ${JSON.stringify(headers)} ${Buffer.from(basic, 'base64').toString()}`;
}
