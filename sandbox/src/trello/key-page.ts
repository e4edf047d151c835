import type { OriginHandler, SandboxAnswer, SandboxRequest } from '../kit/exchange.ts';
import type { AuthorizationServer } from '../kit/oauth/index.ts';
import { clientBy } from '../kit/oauth/authorize.ts';
import { errorPage } from '../kit/oauth/pages.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { Member } from './people.ts';

const known = new Set(['expiration', 'name', 'scope', 'response_type', 'key', 'return_url', 'callback_method']);
const blocked = (text: string): SandboxAnswer => errorPage('Trello', 400, 'invalid_request', text);

/** `https://trello.com/1/authorize`: asks for consent and sends the token back in the fragment. */
export const keyPage =
  (kit: SandboxKit, server: AuthorizationServer<Member>): OriginHandler =>
  async (request) => {
    if (request.path === '/1/authorize' && request.method === 'GET') return begin(server, request);
    if (!/^\/signin\/(?:account|consent)$/.test(request.path))
      return errorPage('Trello', 404, 'not_found', 'Page not found.');
    const answer = server.signIn(request);
    const location = answer.headers?.location;
    const back = location?.startsWith('http') ? new URL(location) : undefined;
    return back ? { status: 302, headers: { location: await withFragment(kit, server, back, request) } } : answer;
  };

function begin(server: AuthorizationServer<Member>, request: SandboxRequest): SandboxAnswer {
  const value = (name: string): string => request.query.get(name) ?? '';
  const unknown = [...request.query.keys()].find((name) => !known.has(name) || request.query.getAll(name).length > 1);
  if (unknown) return blocked(`The parameter ${unknown} is not known or there twice.`);
  if (value('response_type') !== 'token') return blocked('response_type must be token.');
  if (value('callback_method') !== 'fragment') return blocked('callback_method must be fragment.');
  if (!['1hour', '1day', '30days', 'never'].includes(value('expiration'))) return blocked('Invalid expiration.');
  if (value('name') === '') return blocked('App name is missing.');
  if (!URL.canParse(value('return_url'))) return blocked('Invalid return_url.');
  const back = new URL(value('return_url'));
  const asked = new URLSearchParams({
    client_id: value('key'),
    redirect_uri: back.origin + back.pathname,
    response_type: 'code',
    scope: value('scope'),
    // The key, and what the address carries besides, come back with it.
    state: `${value('key')} ${back.search}`,
  });
  return server.authorize({ ...request, query: asked });
}

/** Turns the answer that the consent gave into the token in the fragment of the address. */
async function withFragment(
  kit: SandboxKit,
  server: AuthorizationServer<Member>,
  back: URL,
  request: SandboxRequest,
): Promise<string> {
  const [key = '', search = ''] = (back.searchParams.get('state') ?? '').split(' ');
  const address = `${back.origin}${back.pathname}${search}`;
  const code = back.searchParams.get('code');
  if (code === null) return `${address}#error=${back.searchParams.get('error') ?? 'access_denied'}`;
  const redirect_uri = back.origin + back.pathname;
  const client = clientBy(kit, 'trello', key)!;
  const fields = { grant_type: 'authorization_code', code, redirect_uri, client_id: client.clientId };
  const exchanged = await server.token({
    ...request,
    method: 'POST',
    query: new URLSearchParams(),
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ ...fields, client_secret: client.clientSecret })),
  });
  const { access_token } = JSON.parse(String(exchanged.body)) as { access_token: string };
  return `${address}#token=${access_token}`;
}
