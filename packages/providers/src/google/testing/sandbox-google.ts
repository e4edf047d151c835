import { createHttp, type ActionContext, type AnyAction, type OutboundRequest } from '@switchboard/provider-kit';
import { answerOf } from '@switchboard/provider-kit/testing';
import { answerConsent, createSandbox, type Sandbox } from '@switchboard/sandbox';
import { randomBytes } from 'node:crypto';
import { features } from '../features.ts';
import { google } from '../index.ts';
import { FakeFiles, type FakeFile } from '../../testing/fake-files.ts';

const client = {
  provider: 'google',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: ['http://localhost:3000/callback'],
};

/** Google's actions, run as one account of a sandbox over plain HTTP. */
export class SandboxGoogle implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly email: string;
  readonly #token: string;
  readonly #files = new FakeFiles();

  private constructor(sandbox: Sandbox, email: string, token: string) {
    this.sandbox = sandbox;
    this.email = email;
    this.#token = token;
  }

  static async start(email = 'ada.marsh.demo@gmail.com'): Promise<SandboxGoogle> {
    const sandbox = await createSandbox({ clients: [client] });
    return new SandboxGoogle(sandbox, email, await tokenOf(sandbox, email));
  }

  stage(file: FakeFile): string {
    return this.#files.add(file);
  }

  get saved() {
    return this.#files.saved;
  }

  context(action: AnyAction): ActionContext {
    return {
      http: createHttp({ provider: google, effect: action.effect, send: (request) => this.#send(request) }),
      files: this.#files,
      run: { id: '01990000-0000-7000-8000-000000000009', marker: markerOf() },
      account: { subject: '1', email: this.email, name: 'Ada Marsh' },
      settings: {},
      now: new Date(),
      signal: AbortSignal.timeout(30_000),
    };
  }

  /** Runs an action as the hub does, and gives what it takes to undo it. */
  async run(action: AnyAction, input: unknown) {
    const context = this.context(action);
    const parsed = action.input.parse(input) as Record<string, unknown>;
    const before: unknown = JSON.parse(JSON.stringify((await action.before?.(context, parsed)) ?? null));
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
    const output: any = action.output.parse(await action.run(context, parsed));
    const undo = () => action.undo!(this.context(action), { input: parsed, output, before });
    const again = () => action.run(context, parsed);
    const recover = () => action.recover!(context, parsed);
    return { output, undo, again, recover };
  }

  async #send({ method, url, headers, body }: OutboundRequest) {
    const answer = await fetch(this.sandbox.originMap[url.origin]! + url.pathname + url.search, {
      method,
      headers: { ...headers, authorization: `Bearer ${this.#token}` },
      body: body as string,
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answerOf({ status: answer.status, headers: Object.fromEntries(answer.headers), body: bytes });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sandbox.close();
  }
}

const markerOf = (): string =>
  [...randomBytes(26)].map((byte) => '0123456789abcdefghijklmnopqrstuv'[byte % 32]).join('');

async function tokenOf(sandbox: Sandbox, email: string): Promise<string> {
  const at = (origin: string, path: string): string => sandbox.originMap[origin]! + path;
  const [redirectUri] = client.redirectUris as [string];
  const asked = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 'st',
    access_type: 'offline',
    prompt: 'consent',
    scope: Object.values(features)
      .flatMap(({ scopes }) => scopes)
      .join(' '),
  });
  const back = await answerConsent(at('https://accounts.google.com', `/o/oauth2/v2/auth?${asked.toString()}`), {
    account: email,
  });
  const form = new URLSearchParams({
    client_id: client.clientId,
    client_secret: client.clientSecret,
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
  });
  const answer = await fetch(at('https://oauth2.googleapis.com', '/token'), { method: 'POST', body: form });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`The sandbox gave no token: ${answer.status}`);
  return token;
}
