import { redirect, type SandboxAnswer, type SandboxRequest } from '../exchange.ts';
import { secretName } from '../random.ts';
import type { SandboxClient, SandboxKit } from '../world.ts';
import type { AuthorizationConfig, AuthorizationRules, OAuthAccount } from './config.ts';
import type { Grants } from './grants.ts';
import { errorPage } from './pages.ts';
import type { Flow } from './state.ts';

const flowMs = 10 * 60_000;
const usual = [
  'client_id', 'redirect_uri', 'response_type', 'state', 'nonce', 'code_challenge', 'code_challenge_method', 'prompt', 'login_hint',
]; // prettier-ignore

export interface Parts<Account extends OAuthAccount> {
  readonly kit: SandboxKit;
  readonly config: AuthorizationConfig<Account>;
  readonly grants: Grants<Account>;
}

/** Sends the browser back with an answer and what the provider's callback carries besides. */
export function backTo<Account extends OAuthAccount>(
  { kit, config }: Parts<Account>,
  flow: Pick<Flow, 'clientId' | 'redirectUri' | 'state'>,
  values: Readonly<Record<string, string>>,
  request: SandboxRequest,
  account?: Account,
): SandboxAnswer {
  const target = new URL(flow.redirectUri);
  const client = clientBy(kit, config.provider, flow.clientId)!;
  const parameters = { ...values, ...(flow.state !== undefined && { state: flow.state }) };
  const { clientId, clientSecret } = client;
  const more = config.callback?.({ account, clientId, clientSecret, parameters, request }) ?? {};
  for (const [name, value] of Object.entries({ ...parameters, ...more })) target.searchParams.set(name, value);
  return redirect(target.href);
}

export const clientBy = (kit: SandboxKit, provider: string, clientId: string | null): SandboxClient | undefined =>
  kit.clients.find((client) => client.provider === provider && client.clientId === clientId);

/** Checks an authorization request, keeps it, and shows who may sign in. */
export function authorize<Account extends OAuthAccount>(parts: Parts<Account>, request: SandboxRequest): SandboxAnswer {
  const { kit, config, grants } = parts;
  const { query } = request;
  const blocked = (status: number, error: string, text: string): SandboxAnswer =>
    errorPage(config.title, status, error, text);
  if (request.method !== 'GET') return blocked(405, 'invalid_request', 'Only GET is served here.');
  const repeated = [...new Set(query.keys())].find((name) => query.getAll(name).length > 1);
  if (repeated) return blocked(400, 'invalid_request', `The parameter ${repeated} is there twice.`);
  const client = clientBy(kit, config.provider, query.get('client_id'));
  if (!client) return blocked(401, 'invalid_client', 'The client is not known here.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri))
    return blocked(400, 'redirect_uri_mismatch', `The redirect URI ${redirectUri || '(none)'} is not registered.`);

  const state = query.get('state');
  const target = { clientId: client.clientId, redirectUri, ...(state !== null && { state }) };
  const scopes = scopesOf(config, query);
  const problem = problemOf(config, query, scopes);
  if (problem) return backTo(parts, target, { error: problem[0], error_description: problem[1] }, request);
  const flow: Flow = {
    ...target,
    origin: request.origin,
    scopes,
    ...(query.has('nonce') && { nonce: query.get('nonce')! }),
    ...(query.has('code_challenge') && config.pkce !== 'ignored' && { codeChallenge: query.get('code_challenge')! }),
    offline: offlineOf(config, query, scopes),
    includeGranted: isSet(config.includesGranted, query),
    expiresAt: kit.clock() + flowMs,
  };
  const id = secretName();
  grants.state.flows[id] = flow;
  kit.store.changed();
  return redirect(`${request.base}/signin/account?flow=${id}`);
}

const isSet = (wanted: AuthorizationRules['includesGranted'], query: URLSearchParams): boolean =>
  typeof wanted === 'object' ? query.get(wanted.parameter) === wanted.value : wanted === 'always';

function offlineOf({ offline }: AuthorizationRules, query: URLSearchParams, scopes: readonly string[]): boolean {
  if (typeof offline === 'string') return offline === 'always';
  if ('scope' in offline) return scopes.includes(offline.scope);
  return 'tokenParameter' in offline || query.get(offline.parameter) === offline.value;
}

function scopesOf(config: AuthorizationRules, query: URLSearchParams): string[] {
  const asked = (query.get(config.scopeParam ?? 'scope') ?? '').split(config.separator ?? ' ').filter(Boolean);
  const all = asked.length > 0 ? asked : (config.defaultScopes ?? []);
  return [...new Set(all)];
}

function problemOf(
  config: AuthorizationRules,
  query: URLSearchParams,
  scopes: readonly string[],
): [error: string, text: string] | undefined {
  const { requires = {}, knows = [], pkce, scopeParam = 'scope' } = config;
  const known = new Set([...usual, ...knows, ...Object.keys(requires), scopeParam]);
  const named = [config.offline, config.includesGranted].flatMap((one) =>
    typeof one === 'object' && 'parameter' in one ? one.parameter : [],
  );
  const unknown = [...query.keys()].find((name) => !known.has(name) && !named.includes(name));
  if (unknown) return ['invalid_request', `The parameter ${unknown} is not known.`];
  if (query.get('response_type') !== 'code')
    return [
      query.has('response_type') ? 'unsupported_response_type' : 'invalid_request',
      'response_type must be code.',
    ];
  for (const [name, value] of Object.entries(requires))
    if (!query.get(name) || (value !== '*' && query.get(name) !== value))
      return ['invalid_request', `The parameter ${name} is missing or wrong.`];

  const hasScopes = Object.keys(config.scopes).length > 0;
  if (hasScopes && scopes.length === 0 && !config.defaultScopes) return ['invalid_scope', 'No scope is asked for.'];
  const strange = scopes.find((scope) => !Object.hasOwn(config.scopes, scope));
  if (strange !== undefined) return ['invalid_scope', `The scope ${strange} is not known.`];

  const challenge = query.get('code_challenge');
  if (pkce === 'required' && !challenge) return ['invalid_request', 'code_challenge is required.'];
  if (pkce !== 'ignored' && challenge) {
    if (query.get('code_challenge_method') !== 'S256')
      return ['invalid_request', 'code_challenge_method must be S256.'];
    if (!/^[\w-]{43}$/.test(challenge)) return ['invalid_request', 'code_challenge is not 43 characters of base64url.'];
  }
  return undefined;
}
