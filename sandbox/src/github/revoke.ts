import { json, type SandboxAnswer, type SandboxRequest } from '../kit/exchange.ts';
import { clientBy } from '../kit/oauth/authorize.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { GithubOAuth } from './oauth.ts';

/**
 * The end of a person's authorization of an app, asked for by the app itself; undefined where the request is for something else.
 * @see https://docs.github.com/rest/apps/oauth-applications#delete-an-app-authorization (2026-11-21)
 */
export function revocation(kit: SandboxKit, oauth: GithubOAuth, request: SandboxRequest): SandboxAnswer | undefined {
  const clientId = /^\/applications\/([^/]+)\/grant$/.exec(request.path)?.[1];
  if (clientId === undefined || request.method !== 'DELETE') return undefined;
  const client = clientBy(kit, 'github', decodeURIComponent(clientId));
  const proof = client && Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
  if (!proof || request.headers.authorization !== `Basic ${proof}`) return failed(404, 'Not Found');
  const token = tokenIn(request);
  if (token === undefined) return failed(422, 'Invalid request.\n\n"access_token" is missing.');
  return oauth.revoke(token) ? { status: 204 } : failed(404, 'Not Found');
}

const failed = (status: number, message: string): SandboxAnswer =>
  json(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) });

function tokenIn({ body }: SandboxRequest): string | undefined {
  try {
    const { access_token: token } = JSON.parse(body.toString('utf8')) as { access_token?: unknown };
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}
