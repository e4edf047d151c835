import type { SandboxAnswer, SandboxRequest } from '../exchange.ts';
import { secretName } from '../random.ts';
import { backTo, type Parts } from './authorize.ts';
import type { AuthorizationRules, OAuthAccount } from './config.ts';
import { accountPage, consentPage, errorPage } from './pages.ts';
import { entryOf, hashed, type Flow } from './state.ts';

/** The pages between the authorization request and its answer: who, what, yes or no. */
export function signIn<Account extends OAuthAccount>(parts: Parts<Account>, request: SandboxRequest): SandboxAnswer {
  const { kit, config, grants } = parts;
  const posted = request.method === 'POST';
  const values = posted ? new URLSearchParams(request.body.toString('utf8')) : request.query;
  const { flows } = grants.state;
  const id = values.get('flow') ?? '';
  const flow = entryOf(flows, id);
  if (!flow || flow.expiresAt < kit.clock())
    return errorPage(
      config.title,
      400,
      'invalid_request',
      'This sign-in has ended. Go back to the app and start again.',
    );
  const asked = { base: request.base, id, flow };
  const accounts = config.accountsAt?.(flow.origin) ?? config.accounts;
  if (!posted && request.path === '/signin/account') return accountPage(config, asked, accounts);

  if (posted && values.get('decision') === 'deny') {
    delete flows[id];
    return backTo(parts, flow, { error: 'access_denied' }, request);
  }
  const account = accounts.find((one) => one.id === values.get('account'));
  if (!account) return accountPage(config, asked, accounts);
  const held = grants.held(account.id, flow.clientId);
  if (!posted || values.get('decision') !== 'allow') return consentPage(config, asked, account, held);

  delete flows[id];
  const granted = grantedOf(config, flow, new Set(values.getAll('scope')));
  if (flow.scopes.length > 0 && granted.length === 0)
    return backTo(parts, flow, { error: 'access_denied' }, request, account);
  const all = flow.includeGranted ? [...new Set([...granted, ...held])] : granted;
  return backTo(parts, flow, { code: codeFor(parts, flow, account.id, all) }, request, account);
}

/** What was asked for and not unticked, in the order asked. */
function grantedOf(config: AuthorizationRules, flow: Flow, ticked: ReadonlySet<string>): string[] {
  const { partialConsent = false, fixedScopes = [] } = config;
  return flow.scopes.filter((scope) => !partialConsent || fixedScopes.includes(scope) || ticked.has(scope));
}

/** Writes the consent down and answers the single-use code for it. */
function codeFor<Account extends OAuthAccount>(
  { kit, config, grants }: Parts<Account>,
  { clientId, redirectUri, codeChallenge, nonce, offline }: Flow,
  accountId: string,
  scopes: readonly string[],
): string {
  const grantId = grants.make({ accountId, clientId, scopes, offline });
  const code = (config.spell?.code ?? String)(secretName());
  grants.state.codes[hashed(code)] = {
    grantId,
    redirectUri,
    ...(codeChallenge && { codeChallenge }),
    ...(nonce && { nonce }),
    expiresAt: kit.clock() + config.codeSeconds * 1000,
    spent: false,
  };
  return code;
}
