import { answerConsent, createSandbox, type Sandbox, type SandboxOptions } from '../index.ts';
import { endpoint } from './api.ts';

export const client = {
  provider: 'shopify',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: ['http://localhost:3000/callback'],
};

export const startShops = (options: Partial<SandboxOptions> = {}): Promise<Sandbox> =>
  createSandbox({ clients: [client], ...options });

const local = (sandbox: Sandbox, shop: string, path: string): string =>
  sandbox.originMap[`https://${shop}.myshopify.com`]! + path;

/** Where the person is sent back to after their yes. */
export function consent(sandbox: Sandbox, scope: string, shop = 'fernhill-studio'): Promise<URL> {
  const params = { client_id: client.clientId, redirect_uri: client.redirectUris[0]!, response_type: 'code', scope };
  const asked = new URLSearchParams({ ...params, state: 'st' }).toString();
  return answerConsent(local(sandbox, shop, `/admin/oauth/authorize?${asked}`));
}

export async function token(sandbox: Sandbox, fields: Record<string, string>, shop = 'fernhill-studio') {
  const answer = await fetch(local(sandbox, shop, '/admin/oauth/access_token'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: client.clientId, client_secret: client.clientSecret, ...fields }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

export async function grant(sandbox: Sandbox, scope: string, shop = 'fernhill-studio') {
  const code = (await consent(sandbox, scope, shop)).searchParams.get('code')!;
  const redirect_uri = client.redirectUris[0]!;
  return token(sandbox, { grant_type: 'authorization_code', code, redirect_uri, expiring: '1' }, shop);
}

/** Asks one query; answers the status, the headers and what came back. */
export async function ask(
  sandbox: Sandbox,
  accessToken: string,
  body: unknown,
  { shop = 'fernhill-studio', path = endpoint, type = 'application/json' } = {},
) {
  const answer = await fetch(local(sandbox, shop, path), {
    method: 'POST',
    headers: { 'content-type': type, 'x-shopify-access-token': accessToken },
    body: JSON.stringify(body),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
}
