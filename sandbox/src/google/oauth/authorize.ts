import { redirect, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import { secretName } from '../../kit/random.ts';
import type { SandboxClient, SandboxKit } from '../../kit/world.ts';
import { accountBy } from '../accounts.ts';
import { issuer } from './core.ts';
import { errorPage } from './error-page.ts';
import { isKnownScope, scopesOf } from './scopes.ts';
import { oauthState, type AuthorizationFlow } from './state.ts';

const flowMs = 10 * 60_000;
const known = new Set([
  'client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'code_challenge', 'code_challenge_method',
  'access_type', 'prompt', 'include_granted_scopes', 'login_hint', 'hd', 'hl', 'enable_granular_consent', 'authuser',
]); // prettier-ignore

/** Sends the browser back with an answer; `iss` rides along as RFC 9207 asks. */
export function backTo(
  flow: Pick<AuthorizationFlow, 'redirectUri' | 'state'>,
  values: Record<string, string>,
): SandboxAnswer {
  const target = new URL(flow.redirectUri);
  if (flow.state !== undefined) target.searchParams.set('state', flow.state);
  target.searchParams.set('iss', issuer);
  for (const [name, value] of Object.entries(values)) target.searchParams.set(name, value);
  return redirect(target.href);
}

/** `GET https://accounts.google.com/o/oauth2/v2/auth`: checks the request, keeps it, and shows who may sign in. */
export function authorize(kit: SandboxKit, request: SandboxRequest): SandboxAnswer {
  const { query } = request;
  const repeated = [...new Set(query.keys())].find((name) => query.getAll(name).length > 1);
  if (repeated)
    return errorPage(400, 'invalid_request', `OAuth 2 parameters can only have a single value: ${repeated}`);
  const client = kit.clients.find((entry) => entry.clientId === query.get('client_id'));
  if (!query.get('client_id')) return errorPage(400, 'invalid_request', 'Missing required parameter: client_id');
  if (!client) return errorPage(401, 'invalid_client', 'The OAuth client was not found.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri)) return wrongRedirect(client, redirectUri);

  const problem = problemOf(query);
  if (problem) return errorPage(400, problem.error, problem.text);
  const flow: AuthorizationFlow = {
    clientId: client.clientId,
    redirectUri,
    scopes: scopesOf(query.get('scope')!),
    ...(query.has('state') && { state: query.get('state')! }),
    ...(query.has('nonce') && { nonce: query.get('nonce')! }),
    ...(query.has('code_challenge') && { codeChallenge: query.get('code_challenge')! }),
    offline: query.get('access_type') === 'offline',
    includeGranted: query.get('include_granted_scopes') === 'true',
    prompts: (query.get('prompt') ?? '').split(' ').filter(Boolean),
    expiresAt: kit.clock() + flowMs,
  };
  if (flow.prompts.includes('none')) return backTo(flow, { error: 'interaction_required' });
  const { flows } = oauthState(kit.store);
  for (const [id, old] of Object.entries(flows)) if (old.expiresAt < kit.clock()) delete flows[id];
  const id = secretName();
  flows[id] = flow;
  kit.store.changed();
  const hinted =
    query.get('login_hint') && !flow.prompts.includes('select_account') && accountBy(query.get('login_hint')!);
  return redirect(
    `${request.base}/signin/${hinted ? `consent?flow=${id}&account=${hinted.id}` : `account?flow=${id}`}`,
  );
}

const wrongRedirect = (client: SandboxClient, redirectUri: string): SandboxAnswer =>
  errorPage(
    400,
    'redirect_uri_mismatch',
    `You can't sign in because this app sent an invalid request. The redirect URI ${redirectUri || '(none)'} is not one of the ${client.redirectUris.length} registered for this client.`,
  );

function problemOf(query: URLSearchParams): { error: string; text: string } | undefined {
  const value = (name: string): string => query.get(name) ?? '';
  const invalid = (text: string): { error: string; text: string } => ({ error: 'invalid_request', text });
  const unknown = [...query.keys()].find((name) => !known.has(name));
  if (unknown) return invalid(`Parameter not allowed for this message type: ${unknown}`);
  if (!query.has('response_type')) return invalid('Missing required parameter: response_type');
  if (value('response_type') !== 'code')
    return { error: 'unsupported_response_type', text: `Invalid response_type: ${value('response_type')}` };
  if (!value('scope').trim()) return invalid('Missing required parameter: scope');
  const strange = scopesOf(value('scope')).filter((scope) => !isKnownScope(scope));
  if (strange.length > 0)
    return { error: 'invalid_scope', text: `Some requested scopes were invalid. {invalid=[${strange.join(', ')}]}` };
  if (query.has('code_challenge_method') && value('code_challenge_method') !== 'S256')
    return invalid(`Invalid code_challenge_method: ${value('code_challenge_method')}`);
  if (query.has('code_challenge') && !query.has('code_challenge_method'))
    return invalid('code_challenge_method must be S256');
  if (query.has('code_challenge') && !/^[A-Za-z0-9_-]{43}$/.test(value('code_challenge')))
    return invalid('Invalid code_challenge');
  if (query.has('access_type') && !['online', 'offline'].includes(value('access_type')))
    return invalid(`Invalid parameter value for access_type: '${value('access_type')}'`);
  const prompts = value('prompt').split(' ').filter(Boolean);
  if (prompts.some((prompt) => !['none', 'consent', 'select_account'].includes(prompt)))
    return invalid(`Invalid parameter value for prompt: '${value('prompt')}'`);
  if (prompts.includes('none') && prompts.length > 1)
    return invalid('prompt=none cannot be combined with other values');
  return undefined;
}
