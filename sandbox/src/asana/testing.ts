import { answerConsent, createSandbox, type Sandbox } from '../index.ts';
import type { Reply } from '../fixture.ts';

const redirectUri = 'http://localhost:3000/callback';
const client = (clientId: string) => ({
  provider: 'asana',
  clientId,
  clientSecret: 'secret',
  redirectUris: [redirectUri],
});

/** A sandbox and the calls that specs of its Asana make. */
export class Asana implements AsyncDisposable {
  readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async start(): Promise<Asana> {
    return new Asana(await createSandbox({ clients: [client('client'), client('other')] }));
  }

  get #origin(): string {
    return this.sandbox.originMap['https://app.asana.com']!;
  }

  async grant(
    scopes: readonly string[],
    clientId = 'client',
  ): Promise<{ access_token: string; refresh_token?: string }> {
    const url = new URL(`${this.#origin}/-/oauth_authorize`);
    const asked = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: scopes.join(' ') };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    const back = await answerConsent(url.href);
    const code = back.searchParams.get('code');
    if (!code) throw new Error(back.searchParams.get('error') ?? 'no code');
    const answer = await this.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, clientId);
    return answer.body as { access_token: string };
  }

  token(fields: Record<string, string>, clientId = 'client'): Promise<Reply> {
    return this.#post('/-/oauth_token', { ...fields, client_id: clientId, client_secret: 'secret' });
  }

  revoke(token: string): Promise<Reply> {
    return this.#post('/-/oauth_revoke', { token, client_id: 'client', client_secret: 'secret' });
  }

  async call(token: string, method: string, path: string, body?: unknown): Promise<Reply> {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return read(await fetch(`${this.#origin}/api/1.0${path}`, { method, headers, ...sent }));
  }

  async control(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${this.sandbox.url}/_sandbox${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async #post(path: string, fields: Record<string, string>): Promise<Reply> {
    return read(await fetch(this.#origin + path, { method: 'POST', body: new URLSearchParams(fields) }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close();
  }
}

const read = async (answer: Response): Promise<Reply> => ({
  status: answer.status,
  headers: answer.headers,
  body: JSON.parse((await answer.text()) || '{}') as unknown,
});
