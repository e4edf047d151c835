import { json, type SandboxAnswer, type SandboxRequest } from '../kit/exchange.ts';
import { type AuthorizationServer, createAuthorizationServer } from '../kit/oauth/index.ts';
import { headerToken, type Caller } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { type ZohoAccount, zohoAccounts } from './accounts.ts';

const modules = ['leads', 'contacts', 'deals', 'notes', 'tasks'];
const operations = { READ: 'See', CREATE: 'Add', UPDATE: 'Change', DELETE: 'Delete' };

const scopes: Readonly<Record<string, string>> = {
  'AaaServer.profile.READ': 'See your name and mail address',
  ...Object.fromEntries(
    modules.flatMap((module) =>
      Object.entries(operations).map(([name, verb]) => [
        `ZohoCRM.modules.${module}.${name}`,
        `${verb} ${module} in the CRM`,
      ]),
    ),
  ),
  'ZohoSearch.securesearch.READ': 'Search the CRM',
  'ZohoMail.accounts.READ': 'See your mailbox settings',
  'ZohoMail.folders.READ': 'See your mail folders',
  'ZohoMail.messages.READ': 'Read your mail',
  'ZohoMail.messages.CREATE': 'Send mail as you',
};

/** Zoho words refusals of its token endpoint in its own way, and with status 200. */
const words: Readonly<Record<string, string>> = { invalid_grant: 'invalid_code', invalid_request: 'general_error' };

export const createOAuth = (kit: SandboxKit): AuthorizationServer<ZohoAccount> =>
  createAuthorizationServer<ZohoAccount>(kit, {
    provider: 'zoho',
    title: 'Zoho',
    accounts: zohoAccounts,
    // A client for all data centres begins at the American one; at another only its own people can sign in.
    accountsAt: (origin) =>
      origin === zohoAccounts[0]!.home.accounts
        ? zohoAccounts
        : zohoAccounts.filter(({ home }) => home.accounts === origin),
    homeOf: ({ home }) => home.accounts,
    scopes,
    separator: ',',
    answerSeparator: ' ',
    pkce: 'ignored',
    clientAuth: ['post'],
    tokenBody: ['form'],
    knows: ['access_type', 'prompt'],
    offline: { parameter: 'access_type', value: 'offline' },
    codeSeconds: 120,
    accessSeconds: 3600,
    rotation: 'none',
    refreshLimit: { times: 10, minutes: 10 },
    refreshTokensKept: 20,
    errors: ({ error, status }) =>
      error === 'too_many_requests'
        ? json(400, {
            error_description: 'You have made too many requests continuously.',
            error: 'Access Denied',
            status: 'failure',
          })
        : json(status >= 500 ? status : 200, { error: words[error] ?? error }),
    answer: ({ token_type: _type, ...tokens }, { account }) => ({
      ...tokens,
      api_domain: account.home.api,
      token_type: 'Bearer',
    }),
    callback: ({ account }): Record<string, string> =>
      account ? { location: account.home.location, 'accounts-server': account.home.accounts } : {},
  });

/** Who asks an API of a data centre; a token of another one is not known there. */
export const callerAt =
  (oauth: AuthorizationServer<ZohoAccount>, part: 'api' | 'mail') =>
  (request: SandboxRequest): Caller<ZohoAccount> | 'missing' | 'expired' | undefined => {
    const token = headerToken(request, 'Zoho-oauthtoken');
    if (!token) return 'missing';
    const found = oauth.bearer(token);
    if (!found || found === 'expired') return found;
    return found.account.home[part] === request.origin ? found : undefined;
  };

/** The token endpoint's neighbours: revocation by query, and who the account is. */
export function accountsHost(
  oauth: AuthorizationServer<ZohoAccount>,
  request: SandboxRequest,
): Promise<SandboxAnswer> | SandboxAnswer {
  const served = oauth.serve(request, { authorize: '/oauth/v2/auth', token: '/oauth/v2/token' });
  if (served) return served;
  if (request.path === '/oauth/v2/token/revoke' && request.method === 'POST') {
    const known = oauth.revoke(request.query.get('token') ?? '');
    return known ? json(200, { status: 'success' }) : json(400, { error: 'invalid_token', status: 'failure' });
  }
  if (request.path === '/oauth/user/info' && request.method === 'GET') return userInfo(oauth, request);
  return json(404, { error: 'not_found' });
}

function userInfo(oauth: AuthorizationServer<ZohoAccount>, request: SandboxRequest): SandboxAnswer {
  const token = headerToken(request, 'Zoho-oauthtoken');
  const found = token ? oauth.bearer(token) : undefined;
  if (!found || found === 'expired') return json(401, { cause: 'INVALID_OAUTHTOKEN', error: 'INVALID_OAUTHTOKEN' });
  if (!found.scopes.has('AaaServer.profile.READ'))
    return json(401, { cause: 'INVALID_OAUTHSCOPE', error: 'INVALID_OAUTHSCOPE' });
  const { id, name, email } = found.account;
  const [First_Name = '', Last_Name = ''] = name.split(' ');
  return json(200, { First_Name, Email: email, Last_Name, Display_Name: name, ZUID: Number(id) });
}
