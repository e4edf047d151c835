import { answerConsent, createSandbox, type Sandbox, type SandboxOptions } from '../index.ts';

const client = {
  provider: 'box',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: ['http://localhost:3000/callback'],
};
const redirect_uri = client.redirectUris[0]!;

export const startBox = (options: Partial<SandboxOptions> = {}): Promise<Sandbox> =>
  createSandbox({ clients: [client], ...options });

const local = (sandbox: Sandbox, address: string): string => {
  const { origin, href } = new URL(address);
  return sandbox.originMap[origin]! + href.slice(origin.length);
};

export async function codeFor(sandbox: Sandbox, scope = 'root_readwrite'): Promise<string> {
  const params = { client_id: client.clientId, redirect_uri, response_type: 'code', scope, state: 'st' };
  const address = `https://account.box.com/api/oauth2/authorize?${new URLSearchParams(params).toString()}`;
  return (await answerConsent(local(sandbox, address))).searchParams.get('code')!;
}

export async function post(sandbox: Sandbox, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...fields });
  const answer = await fetch(local(sandbox, `https://api.box.com/oauth2/${path}`), { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

export const exchange = (sandbox: Sandbox, code: string) =>
  post(sandbox, 'token', { grant_type: 'authorization_code', code, redirect_uri });

export const grant = async (sandbox: Sandbox, scope?: string): Promise<Record<string, string>> =>
  (await exchange(sandbox, await codeFor(sandbox, scope))).body;

/** One call of the API; JSON bodies unless told. */
export async function call(
  sandbox: Sandbox,
  token: string,
  method: string,
  address: string,
  body?: unknown,
  headers = {},
) {
  const isPlain = body !== undefined && !(body instanceof FormData) && !(body instanceof Uint8Array);
  const answer = await fetch(local(sandbox, address), {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, ...(isPlain && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isPlain ? JSON.stringify(body) : (body as FormData) }),
  });
  const text = await answer.text();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
  return { status: answer.status, headers: answer.headers, body: (text && JSON.parse(text)) as any };
}
