import { createHash } from 'node:crypto';
import type { Reply } from '../fixture.ts';
import { answerConsent, createSandbox, type Sandbox } from '../index.ts';

const redirectUri = 'http://localhost:3000/callback';
const verifier = 'a-verifier-of-forty-three-letters-or-more-0001';
const client = { provider: 'microsoft', clientId: 'client', clientSecret: 'secret', redirectUris: [redirectUri] };

/** A sandbox and the calls that specs of its Microsoft make. */
export class Microsoft implements AsyncDisposable {
  readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async start(): Promise<Microsoft> {
    return new Microsoft(await createSandbox({ clients: [client] }));
  }

  async grant(scopes: readonly string[]): Promise<{ access_token: string; refresh_token?: string; scope: string }> {
    const url = new URL(`${this.sandbox.originMap['https://login.microsoftonline.com']!}/common/oauth2/v2.0/authorize`);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const asked = { client_id: 'client', redirect_uri: redirectUri, response_type: 'code', scope: scopes.join(' '), code_challenge: challenge, code_challenge_method: 'S256' }; // prettier-ignore
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    const back = await answerConsent(url.href);
    const code = back.searchParams.get('code');
    if (!code) throw new Error(back.searchParams.get('error') ?? 'no code');
    const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    return (await this.token(fields)).body as { access_token: string; scope: string };
  }

  async token(fields: Record<string, string>): Promise<Reply> {
    const body = new URLSearchParams({ ...fields, client_id: 'client', client_secret: 'secret' });
    const origin = this.sandbox.originMap['https://login.microsoftonline.com']!;
    return read(await fetch(`${origin}/common/oauth2/v2.0/token`, { method: 'POST', body }));
  }

  async call(token: string, method: string, path: string, body?: unknown): Promise<Reply> {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const origin = this.sandbox.originMap['https://graph.microsoft.com']!;
    return read(await fetch(`${origin}/v1.0${path}`, { method, headers, redirect: 'manual', ...sent }));
  }

  async control(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${this.sandbox.url}/_sandbox${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** A call to a signed address of a file host. */
  async signed(address: string, method: string, headers: Record<string, string>, body?: string): Promise<Reply> {
    const url = new URL(address);
    const at = this.sandbox.originMap[url.origin]! + url.pathname + url.search;
    return read(await fetch(at, { method, headers, ...(body !== undefined && { body }) }));
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
