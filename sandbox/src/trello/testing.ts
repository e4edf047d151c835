import { createHash } from 'node:crypto';
import { answerConsent, createSandbox, type ConsentChoice, type Sandbox, type SandboxOptions } from '../index.ts';

const client = {
  provider: 'trello',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: ['http://localhost:3000/callback'],
};
const redirect_uri = client.redirectUris[0]!;
const verifier = 'a'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

export const startTrello = (options: Partial<SandboxOptions> = {}): Promise<Sandbox> =>
  createSandbox({ clients: [client], ...options });

export const local = (sandbox: Sandbox, address: string): string => {
  const { origin, href } = new URL(address);
  return sandbox.originMap[origin]! + href.slice(origin.length);
};

const every = 'read:board:trello write:board:trello read:member:trello offline_access';

/** Where the person is sent back to by Atlassian. */
export function consent(sandbox: Sandbox, more: Record<string, string> = {}): Promise<URL> {
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
  const asked = { client_id: client.clientId, redirect_uri, response_type: 'code', state: 'st', prompt: 'consent' };
  const params = new URLSearchParams({ ...asked, ...pkce, scope: every, ...more });
  for (const [name, value] of [...params]) if (value === '') params.delete(name);
  return answerConsent(local(sandbox, `https://auth.atlassian.com/authorize?${params.toString()}`));
}

export async function token(sandbox: Sandbox, fields: Record<string, string>) {
  const answer = await fetch(local(sandbox, 'https://auth.atlassian.com/oauth/token'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: client.clientId, client_secret: client.clientSecret, ...fields }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

export async function grant(sandbox: Sandbox, scope = every) {
  const code = (await consent(sandbox, { scope })).searchParams.get('code')!;
  const fields = { grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier };
  return (await token(sandbox, fields)).body;
}

/** Where the person is sent back to by Trello's older page, the token in the fragment. */
export function keyConsent(
  sandbox: Sandbox,
  more: Record<string, string> = {},
  choice: ConsentChoice = {},
): Promise<URL> {
  const asked = {
    key: client.clientId,
    return_url: `${redirect_uri}?state=st`,
    response_type: 'token',
    callback_method: 'fragment',
    expiration: 'never',
    name: 'Hub',
    scope: 'read,write',
    ...more,
  };
  return answerConsent(
    local(sandbox, `https://trello.com/1/authorize?${new URLSearchParams(asked).toString()}`),
    choice,
  );
}

export const keyHeader = (oldToken: string, key = client.clientId): string =>
  `OAuth oauth_consumer_key="${key}", oauth_token="${oldToken}"`;

export async function call(sandbox: Sandbox, authorization: string, method: string, path: string, body?: unknown) {
  const answer = await fetch(local(sandbox, `https://api.trello.com/1${path}`), {
    method,
    headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
  return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as any };
}
