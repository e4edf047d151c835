import { createHash, randomBytes } from 'node:crypto';
import { createSandbox, answerConsent, type ConsentChoice, type Sandbox, type SandboxOptions } from './index.ts';

export const client = {
  provider: 'google',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: ['http://localhost:3000/callback'],
};
const scopePrefix = 'https://www.googleapis.com/auth/';
export const scope = (name: string): string =>
  /^(openid|email|profile|https:.*)$/.test(name) ? name : scopePrefix + name;

export interface Tokens {
  access_token: string;
  refresh_token?: string;
  id_token?: string;
  scope: string;
  expires_in: number;
  token_type: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
  body: any;
}

/** A sandbox for one spec with the calls its specs make. */
export class Fixture implements AsyncDisposable {
  readonly sandbox: Sandbox;
  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async start(options: Partial<SandboxOptions> = {}): Promise<Fixture> {
    return new Fixture(await createSandbox({ clients: [client], ...options }));
  }

  /** An official URL as the origin map sends it here. */
  local(official: string): string {
    const { origin, href } = new URL(official);
    return this.sandbox.originMap[origin]! + href.slice(origin.length);
  }

  authorizationUrl(params: Record<string, string>): string {
    const url = new URL('https://accounts.google.com/o/oauth2/v2/auth');
    const defaults = {
      client_id: client.clientId,
      redirect_uri: client.redirectUris[0]!,
      response_type: 'code',
      state: 'st',
      access_type: 'offline',
    };
    for (const [name, value] of Object.entries({ ...defaults, ...params })) url.searchParams.set(name, value);
    return this.local(url.href);
  }

  async token(form: Record<string, string>): Promise<Reply> {
    const body = new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...form });
    return this.read(await fetch(this.local('https://oauth2.googleapis.com/token'), { method: 'POST', body }));
  }

  /** Goes the whole way: consent, then code for tokens. */
  async grant(
    scopes: readonly string[],
    choice: ConsentChoice = {},
    params: Record<string, string> = {},
  ): Promise<Tokens> {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const asked = {
      scope: scopes.map(scope).join(' '),
      code_challenge: challenge,
      code_challenge_method: 'S256',
      prompt: 'consent',
      ...params,
    };
    const back = await answerConsent(this.authorizationUrl(asked), choice);
    const code = back.searchParams.get('code') ?? '';
    const answer = await this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: client.redirectUris[0]!,
      code_verifier: verifier,
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Tokens;
  }

  async call(
    token: string,
    method: string,
    official: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const sent = body === undefined ? undefined : raw ? body : JSON.stringify(body);
    const type = body !== undefined && !raw ? { 'content-type': 'application/json' } : {};
    const all = { authorization: `Bearer ${token}`, ...type, ...headers };
    return this.read(
      await fetch(this.local(official), { method, headers: all, ...(sent !== undefined && { body: sent as string }) }),
    );
  }

  async control(method: string, path: string, body?: unknown): Promise<Reply> {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return this.read(await fetch(`${this.sandbox.url}/_sandbox${path}`, { method, ...sent }));
  }

  private async read(answer: Response): Promise<Reply> {
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: text && isJson ? JSON.parse(text) : text };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close();
  }
}
