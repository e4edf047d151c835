import { formOf, json, type OriginHandler, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { authorize } from './authorize.ts';
import { bearerOf, type Bearer } from './bearer.ts';
import { createCore } from './core.ts';
import { discoveryDocument } from './discovery.ts';
import { errorPage } from './error-page.ts';
import { Grants } from './grants.ts';
import { signIn } from './sign-in.ts';
import { tokenEndpoint } from './token.ts';

const id = 'google';

export interface GoogleOAuth {
  readonly grants: Grants;
  readonly accountsHost: OriginHandler;
  readonly oauthHost: OriginHandler;
  /** The keys ID tokens are signed with. */
  keys(): ReturnType<OriginHandler>;
  bearer(request: SandboxRequest): Promise<Bearer>;
}

/** Google's authorization server: its own paths, pages and words around oidc-provider. */
export function createOAuth(shared: SandboxKit): GoogleOAuth {
  const kit = { ...shared, clients: shared.clients.filter((client) => client.provider === id) };
  const core = createCore(kit);
  const grants = new Grants(kit, core);
  return {
    grants,
    bearer: (request) => bearerOf(kit, core, request),
    async keys() {
      const answer = await core.forward('/jwks');
      return json(answer.status, JSON.parse(String(answer.body)), { 'cache-control': 'public, max-age=3600' });
    },
    async accountsHost(request) {
      const { path, method } = request;
      if (path === '/.well-known/openid-configuration') return json(200, discoveryDocument);
      if (method === 'GET' && (path === '/o/oauth2/v2/auth' || path === '/o/oauth2/auth'))
        return authorize(kit, request);
      if (path === '/signin/account' || path === '/signin/consent') return signIn(kit, grants, request);
      return errorPage(404, 'not_found', 'The requested URL was not found on this server.');
    },
    async oauthHost(request) {
      if (request.path === '/token') return tokenEndpoint(kit, core, request);
      if (request.path === '/revoke' && request.method === 'POST') return revoke(grants, request);
      return json(404, { error: 'not_found' });
    },
  };
}

/** Either token of a grant ends all of the account's grants in the project. */
async function revoke(grants: Grants, request: SandboxRequest): Promise<SandboxAnswer> {
  const token = formOf(request).token ?? request.query.get('token');
  if (!token) return json(400, { error: 'invalid_request', error_description: 'Missing required parameter: token' });
  const owner = await grants.ofToken(token);
  if (!owner) return json(400, { error: 'invalid_token', error_description: 'Token expired or revoked' });
  grants.end(owner.accountId);
  return json(200, {});
}
