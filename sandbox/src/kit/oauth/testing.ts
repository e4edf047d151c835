import { createHash } from 'node:crypto';
import type { SandboxAnswer } from '../exchange.ts';
import { client, requestTo, testKit } from '../testing/kit.ts';
import type { AuthorizationConfig, OAuthAccount } from './config.ts';
import { createAuthorizationServer } from './index.ts';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const origin = 'https://login.example.com';

const standard: AuthorizationConfig<OAuthAccount> = {
  provider: 'example',
  title: 'Example',
  accounts: [
    { id: 'a1', name: 'Ada Marsh', email: 'ada@example.org' },
    { id: 'j1', name: 'Jonas Weld', email: 'jonas@example.org' },
  ],
  scopes: { read: 'Look', write: 'Change', me: 'Know you' },
  fixedScopes: ['me'],
  pkce: 'accepted',
  clientAuth: ['post'],
  tokenBody: ['form'],
  offline: 'always',
  codeSeconds: 60,
  accessSeconds: 3600,
  rotation: 'none',
};

export interface Answered {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
  readonly body: any;
  readonly headers: Readonly<Record<string, string>>;
}

/** An authorization server and the calls that specs make of it. */
export function startServer(config: Partial<AuthorizationConfig<OAuthAccount>> = {}) {
  const kit = testKit();
  const server = createAuthorizationServer(kit, { ...standard, ...config });

  const begin = (params: Record<string, string> = {}): SandboxAnswer => {
    const url = new URL(`${origin}/authorize`);
    const usual = {
      response_type: 'code',
      client_id: 'client',
      redirect_uri: client.redirectUris[0]!,
      scope: 'read write',
      state: 'st',
    };
    const pkce = config.pkce === 'ignored' ? {} : { code_challenge: challenge, code_challenge_method: 'S256' };
    for (const [name, value] of Object.entries({ ...usual, ...pkce, ...params }))
      if (value) url.searchParams.set(name, value);
    return server.authorize(requestTo('GET', url.href));
  };
  const flowOf = (answer: SandboxAnswer): string =>
    new URL(answer.headers!.location!, origin).searchParams.get('flow') ?? '';
  const decide = (flow: string, fields: [string, string][]): SandboxAnswer =>
    server.signIn(
      requestTo('POST', `${origin}/signin/consent`, { body: new URLSearchParams([['flow', flow], ...fields]) }),
    );
  const allow = (params: Record<string, string> = {}, account = 'a1', scopes = ['read', 'write']): URL => {
    const ticked = scopes.map((scope): [string, string] => ['scope', scope]);
    const answer = decide(flowOf(begin(params)), [['account', account], ...ticked, ['decision', 'allow']]);
    return new URL(answer.headers!.location!);
  };
  const send = async (fields: Record<string, string>, path = '/token', headers = {}): Promise<Answered> => {
    const request = requestTo('POST', origin + path, { body: new URLSearchParams(fields), headers });
    const answer = await server.serve(request, { token: '/token', revoke: '/revoke' })!;
    return { status: answer.status, headers: answer.headers ?? {}, body: JSON.parse(String(answer.body)) as unknown };
  };
  const proof = { client_id: 'client', client_secret: 'secret' };
  const exchange = (code: string, fields: Record<string, string> = {}): Promise<Answered> =>
    send({
      grant_type: 'authorization_code',
      code,
      redirect_uri: client.redirectUris[0]!,
      ...proof,
      ...(config.pkce === 'ignored' ? {} : { code_verifier: verifier }),
      ...fields,
    });
  const grant = async (params: Record<string, string> = {}, account?: string): Promise<Answered['body']> =>
    (await exchange(allow(params, account).searchParams.get('code')!)).body;
  const refresh = (token: string, fields: Record<string, string> = {}): Promise<Answered> =>
    send({ grant_type: 'refresh_token', refresh_token: token, ...proof, ...fields });
  return { kit, server, begin, flowOf, decide, allow, send, proof, exchange, grant, refresh };
}
