import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fieldsOf, json } from './peer-http.ts';
import { evilRedirect, type CallbackLie } from './evil-redirect.ts';
import { EvilTokens, type IdTokenLie } from './evil-tokens.ts';
import { evilTokenAnswer, type TokenAnswerLie } from './evil-token-answer.ts';

export type RefreshLie = 'refresh-other-sub' | 'refresh-other-iss' | 'refresh-other-aud';
/** What the peer does wrong; it does everything else right. */
export type Lie = CallbackLie | IdTokenLie | TokenAnswerLie | RefreshLie | 'userinfo-other-sub' | 'id-token-absent';

export interface PeerRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly fields: Readonly<Record<string, string>>;
}

export interface EvilPeerOptions {
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** True gives a new refresh token at each refresh and refuses the old one. */
  readonly rotates?: boolean;
  readonly scope?: string;
}

interface Grant {
  readonly subject: string;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly redirectUri: string;
}

const official = 'https://peer.test';

/** An OAuth server that lies in exactly one way at a time. It stands behind `https://peer.test` by its origin map. */
export class EvilPeer {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Every request it got, to look for what must not have come. */
  readonly requests: PeerRequest[] = [];
  readonly oauth;
  lie: Lie | undefined;
  /** The account that consents. */
  subject = 'subject-1';
  refreshes = 0;
  url = '';
  /** Ran before a token answer, for example to hold it back. */
  beforeToken: () => Promise<void> = async () => {};
  readonly #codes = new Map<string, Grant>();
  readonly #access = new Map<string, Grant>();
  readonly #refresh = new Map<string, Grant>();
  readonly #options: EvilPeerOptions;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #tokens!: EvilTokens;

  constructor(options: EvilPeerOptions = {}) {
    this.#options = options;
    this.clientId = options.clientId ?? 'client-1';
    this.clientSecret = options.clientSecret ?? `canary-${randomBytes(12).toString('hex')}`;
    this.oauth = {
      kind: 'oauth2',
      authorizationEndpoint: `${official}/authorize`,
      tokenEndpoint: `${official}/token`,
      revocationEndpoint: `${official}/revoke`,
      issuer: official,
      jwksUri: `${official}/jwks`,
      issParameter: true,
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      revokes: 'grant',
      refreshRotates: options.rotates ?? false,
      identity: { endpoint: `${official}/userinfo`, subject: '/sub', email: '/email', name: '/name' },
    } as const;
  }

  static async start(options?: EvilPeerOptions): Promise<EvilPeer> {
    const peer = new EvilPeer(options);
    peer.#tokens = await EvilTokens.create();
    await new Promise<void>((done) => peer.#server.listen(0, '127.0.0.1', done));
    peer.url = `http://127.0.0.1:${(peer.#server.address() as AddressInfo).port}`;
    return peer;
  }

  get originMap(): Record<string, string> {
    return { [official]: this.url };
  }

  /** Ends every grant, as a person does at the provider. */
  revokeAll(): void {
    this.#refresh.clear();
    this.#access.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', official);
    const fields = await fieldsOf(request, url);
    this.requests.push({ method: request.method ?? '', path: url.pathname, headers: request.headers, fields });
    if (url.pathname === '/authorize') return this.#authorize(fields, response);
    if (url.pathname === '/token') return this.#token(fields, response);
    if (url.pathname === '/jwks') return json(response, 200, this.#tokens.jwks());
    if (url.pathname === '/userinfo') return this.#userinfo(request, response);
    if (url.pathname === '/revoke') return this.#revoke(fields, response);
    json(response, 404, { error: 'not_found' });
  }

  #authorize(fields: Record<string, string>, response: ServerResponse): void {
    const code = randomBytes(16).toString('hex');
    this.#codes.set(code, {
      subject: this.subject,
      nonce: fields['nonce'],
      challenge: fields['code_challenge'],
      redirectUri: fields['redirect_uri'] ?? '',
    });
    const location = evilRedirect(
      fields['redirect_uri'] ?? '',
      { code, state: fields['state'] ?? '', iss: official },
      this.lie,
    );
    response.writeHead(302, { location }).end();
  }

  async #token(fields: Record<string, string>, response: ServerResponse): Promise<void> {
    await this.beforeToken();
    if (evilTokenAnswer(response, this.lie, official)) return;
    if (fields['client_id'] !== this.clientId || fields['client_secret'] !== this.clientSecret) {
      return json(response, 401, { error: 'invalid_client' });
    }
    const refreshing = fields['grant_type'] === 'refresh_token';
    const grant = refreshing ? this.#takeRefresh(fields['refresh_token'] ?? '') : this.#takeCode(fields);
    if (grant === undefined)
      return json(response, 400, { error: 'invalid_grant', error_description: 'Expired or revoked.' });
    const [access, refresh] = [
      `canary-at-${randomBytes(16).toString('hex')}`,
      `canary-rt-${randomBytes(16).toString('hex')}`,
    ];
    this.#access.set(access, grant);
    const newRefresh = !refreshing || this.#options.rotates === true;
    if (newRefresh) this.#refresh.set(refresh, grant);
    const idToken = this.lie === 'id-token-absent' ? undefined : await this.#idToken(grant, refreshing);
    json(response, 200, {
      access_token: access,
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: this.#options.scope ?? 'openid email',
      ...(newRefresh && { refresh_token: refresh }),
      ...(idToken && { id_token: idToken }),
    });
  }

  #idToken({ subject, nonce }: Grant, refreshing: boolean): Promise<string> {
    const honest = { iss: official as string, sub: subject, aud: this.clientId, ...(!refreshing && { nonce }) };
    if (refreshing && this.lie === 'refresh-other-sub') honest.sub = 'subject-2';
    if (refreshing && this.lie === 'refresh-other-iss') honest.iss = 'https://other-issuer.test';
    if (refreshing && this.lie === 'refresh-other-aud') honest.aud = 'another-client';
    return this.#tokens.sign(honest, this.lie as IdTokenLie);
  }

  #takeCode(fields: Record<string, string>): Grant | undefined {
    const grant = this.#codes.get(fields['code'] ?? '');
    this.#codes.delete(fields['code'] ?? '');
    const challenge = createHash('sha256')
      .update(fields['code_verifier'] ?? '')
      .digest('base64url');
    if (grant?.challenge !== challenge || grant.redirectUri !== fields['redirect_uri']) return undefined;
    return grant;
  }

  /** A rotated token that comes again ends the whole family, as careful providers do. */
  #takeRefresh(token: string): Grant | undefined {
    this.refreshes++;
    const grant = this.#refresh.get(token);
    if (this.#options.rotates === true) this.#refresh.delete(token);
    return grant;
  }

  #userinfo(request: IncomingMessage, response: ServerResponse): void {
    const grant = this.#access.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (grant === undefined) return json(response, 401, { error: 'invalid_token' });
    const sub = this.lie === 'userinfo-other-sub' ? 'subject-2' : grant.subject;
    json(response, 200, { sub, email: `${grant.subject}@peer.test`, name: 'Ada Marsh' });
  }

  #revoke({ token = '' }: Record<string, string>, response: ServerResponse): void {
    const known = this.#refresh.delete(token) || this.#access.delete(token);
    if (known) this.revokeAll();
    json(response, known ? 200 : 400, known ? {} : { error: 'invalid_token' });
  }
}
