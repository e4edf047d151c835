import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PeerRequest } from '../evil-peer.ts';
import { EvilTokens, type IdTokenLie } from '../evil-tokens.ts';
import { evilTokenAnswer } from '../evil-token-answer.ts';
import { fieldsOf, json } from '../peer-http.ts';
import { description, identityAnswer, tokenAnswer } from './answers.ts';
import { callbackOf } from './callback.ts';
import type { DeclaredPeerOptions, PeerLie } from './declared.ts';
import { type PeerGrant, PeerGrants } from './grants.ts';

/** An OAuth server that keeps a provider's own declaration to the letter, or lies in exactly one way at a time. */
export class DeclaredPeer {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly grants: PeerGrants;
  /** Every request it got, to look for what must not have come. */
  readonly requests: PeerRequest[] = [];
  lie: PeerLie | undefined;
  /** Calls of the revocation endpoint. */
  revocations = 0;
  /** The account that consents. */
  subject = 'subject-1';
  /** Ran before a token answer, for example to hold it back. */
  beforeToken: () => Promise<void> = async () => {};
  readonly #options: DeclaredPeerOptions;
  readonly #tokens: EvilTokens;

  private constructor(options: DeclaredPeerOptions, tokens: EvilTokens) {
    this.#options = options;
    this.#tokens = tokens;
    this.clientId = options.clientId;
    this.clientSecret = options.clientSecret;
    this.grants = new PeerGrants(options.oauth);
  }

  static async create(options: DeclaredPeerOptions): Promise<DeclaredPeer> {
    return new DeclaredPeer(options, await EvilTokens.create());
  }

  /** Every origin that the declaration names. */
  get origins(): string[] {
    const { authorizationEndpoint, tokenEndpoint, revocationEndpoint, jwksUri, issuer, identity } = this.#options.oauth;
    const pages = [authorizationEndpoint, this.#options.otherAuthorizationEndpoint];
    const named = [...pages, tokenEndpoint, revocationEndpoint, jwksUri, issuer, identity.endpoint];
    return [...new Set(named.filter((one) => one !== undefined).map((one) => new URL(one).origin))];
  }

  /** How often an endpoint was called. */
  called(endpoint: string): number {
    return this.requests.filter(({ path }) => path === pathOf(endpoint)).length;
  }

  /** Answers one request; its path begins with the host it was meant for. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://peer.invalid');
    const fields = await fieldsOf(request, url);
    this.requests.push({ method: request.method ?? '', path: url.pathname, headers: request.headers, fields });
    const { oauth, otherAuthorizationEndpoint } = this.#options;
    const is = (endpoint: string | undefined): boolean => endpoint !== undefined && url.pathname === pathOf(endpoint);
    if (is(oauth.authorizationEndpoint) || is(otherAuthorizationEndpoint)) return this.#authorize(fields, response);
    if (is(oauth.tokenEndpoint)) return this.#token(request, fields, response);
    if (is(oauth.jwksUri)) return json(response, 200, this.#tokens.jwks());
    if (url.pathname.includes('/.well-known/')) return json(response, 200, description(oauth));
    if (revokes(oauth.revocationEndpoint, url.pathname)) return this.#revoke(request, fields, response);
    this.#identity(request, response);
  }

  #authorize(fields: Record<string, string>, response: ServerResponse): void {
    const { oauth, scope } = this.#options;
    const { redirect_uri: redirectUri = '', state = '', nonce, code_challenge: challenge } = fields;
    const asked = scope ?? fields[oauth.scopeParam ?? 'scope'] ?? '';
    const code = this.grants.code({ subject: this.subject, scope: asked, nonce, challenge, redirectUri });
    const callback = { redirectUri, code, state, clientSecret: this.clientSecret };
    response.writeHead(302, { location: callbackOf(this.#options, callback, this.lie) }).end();
  }

  async #token(request: IncomingMessage, fields: Record<string, string>, response: ServerResponse): Promise<void> {
    const refreshing = fields['grant_type'] === 'refresh_token';
    if (refreshing) this.grants.refreshes++;
    await this.beforeToken();
    if (evilTokenAnswer(response, this.lie, 'https://peer.invalid')) return;
    if (!this.#isClient(request, fields)) return json(response, 401, { error: 'invalid_client' });
    const grant = refreshing ? this.grants.takeRefresh(fields['refresh_token'] ?? '') : this.grants.takeCode(fields);
    if (!grant) return json(response, 400, { error: 'invalid_grant', error_description: 'Expired or revoked.' });
    json(response, 200, await this.#answer(grant, refreshing));
  }

  async #answer(grant: PeerGrant, refreshing: boolean): Promise<Record<string, unknown>> {
    const { oauth } = this.#options;
    const { access, refresh } = this.grants.issue(grant, refreshing);
    const proves = oauth.issuer !== undefined && oauth.jwksUri !== undefined && this.lie !== 'id-token-absent';
    const tokens = {
      access_token: access,
      token_type: 'Bearer',
      ...(grant.scope !== '' && { scope: grant.scope }),
      ...(oauth.neverExpires !== true && { expires_in: 3_600 }),
      ...(refresh && { refresh_token: refresh }),
      ...(proves && { id_token: await this.#idToken(grant, refreshing) }),
    };
    return tokenAnswer(oauth, tokens, this.lie);
  }

  #idToken({ subject, nonce }: PeerGrant, refreshing: boolean): Promise<string> {
    const { issuer = '' } = this.#options.oauth;
    const honest = { iss: issuer, sub: subject, aud: this.clientId, ...(!refreshing && { nonce }) };
    return this.#tokens.sign(honest, this.lie as IdTokenLie);
  }

  #isClient({ headers }: IncomingMessage, fields: Record<string, string>): boolean {
    const { clientAuth } = this.#options.oauth;
    if (clientAuth === 'client_secret_basic') {
      const pair = Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
      return pair === `${this.clientId}:${this.clientSecret}`;
    }
    const proves = clientAuth === 'none' || fields['client_secret'] === this.clientSecret;
    return fields['client_id'] === this.clientId && proves;
  }

  #revoke(request: IncomingMessage, fields: Record<string, string>, response: ServerResponse): void {
    this.revocations++;
    if (this.lie === 'revoke-500') return json(response, 500, { error: 'server_error' });
    const known = this.grants.revoke(request, fields, this.#options.oauth.revokes === 'project');
    const byItself = request.headers.authorization?.startsWith('Bearer ');
    json(response, known ? 200 : byItself ? 401 : 400, known ? {} : { error: 'invalid_token' });
  }

  #identity(request: IncomingMessage, response: ServerResponse): void {
    const grant = this.grants.holderOf(request);
    if (!grant) return json(response, 401, { error: 'invalid_token' });
    const { status, body, html } = identityAnswer(this.#options.oauth, grant.subject, this.lie);
    if (html === undefined) return json(response, status, body);
    response.writeHead(status, { 'content-type': 'text/html' }).end(html);
  }
}

const pathOf = (endpoint: string): string => `/${new URL(endpoint).host}${new URL(endpoint).pathname}`;

/** True for the revocation endpoint, whatever stands in its templates. */
function revokes(endpoint: string | undefined, path: string): boolean {
  if (endpoint === undefined) return false;
  const pattern = pathOf(endpoint.replaceAll(/\{\w+\}/g, '~'))
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('~', '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}
