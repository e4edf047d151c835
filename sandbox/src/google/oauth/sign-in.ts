import type { SandboxAnswer, SandboxRequest } from '../../kit/exchange.ts';
import { accountPage, consentPage } from '../../kit/oauth/pages.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { accountBy, googleAccounts } from '../accounts.ts';
import { backTo } from './authorize.ts';
import { errorPage } from './error-page.ts';
import type { Grants } from './grants.ts';
import { identityScopes, scopeTitles } from './scopes.ts';
import { oauthState } from './state.ts';

const words = { title: 'Google', scopes: scopeTitles, fixedScopes: [...identityScopes], partialConsent: true };

/** The pages between the authorization request and its answer: who, what, yes or no. */
export async function signIn(kit: SandboxKit, grants: Grants, request: SandboxRequest): Promise<SandboxAnswer> {
  const posted = request.method === 'POST';
  const values = posted ? new URLSearchParams(request.body.toString('utf8')) : request.query;
  const { flows } = oauthState(kit.store);
  const id = values.get('flow') ?? '';
  const flow = Object.hasOwn(flows, id) ? flows[id]! : undefined;
  if (!flow || flow.expiresAt < kit.clock())
    return errorPage(400, 'invalid_request', 'This sign-in has ended. Go back to the app and start again.');
  const asked = { base: request.base, id, flow };
  if (!posted && request.path === '/signin/account') return accountPage(words, asked, googleAccounts);

  if (posted && values.get('decision') === 'deny') {
    delete flows[id];
    return backTo(flow, { error: 'access_denied' });
  }
  const account = accountBy(values.get('account') ?? '');
  if (!account) return accountPage(words, asked, googleAccounts);

  const held = grants.held(account.id, flow.clientId);
  const isNew = flow.scopes.some((scope) => !held.includes(scope));
  if (!posted && (isNew || flow.prompts.includes('consent'))) return consentPage(words, asked, account, held);
  if (posted && values.get('decision') !== 'allow') return consentPage(words, asked, account, held);

  const ticked = new Set(posted ? values.getAll('scope') : flow.scopes);
  const granted = flow.scopes.filter((scope) => identityScopes.has(scope) || ticked.has(scope));
  delete flows[id];
  if (granted.length === 0) return backTo(flow, { error: 'access_denied' });
  const code = await grants.give(flow, account.id, granted, held.length === 0);
  const all = flow.includeGranted ? [...new Set([...granted, ...held])] : granted;
  return backTo(flow, { code, scope: all.join(' '), authuser: '0', prompt: posted ? 'consent' : 'none' });
}
