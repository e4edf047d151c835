import { json, type SandboxAnswer, type SandboxRequest } from '../exchange.ts';
import type { ConnectedApp, SandboxKit } from '../world.ts';
import { authorize } from './authorize.ts';
import type { AuthorizationConfig, OAuthAccount } from './config.ts';
import { Grants } from './grants.ts';
import { signIn } from './sign-in.ts';
import { entryOf, hashed } from './state.ts';
import { standardRefusal, token } from './token.ts';
import { authenticate, fieldsOf, TokenError } from './token-request.ts';

/** Who asks with an access token, and what it may do. */
export interface Bearer<Account> {
  readonly account: Account;
  readonly clientId: string;
  /** With the scopes that others imply. */
  readonly scopes: ReadonlySet<string>;
}

export interface AuthorizationServer<Account> {
  /** Serves its pages and endpoints where the request is for one of them; undefined where it is not. */
  serve(
    request: SandboxRequest,
    paths: { readonly authorize?: string; readonly token?: string; readonly revoke?: string },
  ): Promise<SandboxAnswer> | undefined;
  authorize(request: SandboxRequest): SandboxAnswer;
  /** The pages under `/signin/`. */
  signIn(request: SandboxRequest): SandboxAnswer;
  token(request: SandboxRequest): Promise<SandboxAnswer>;
  /** Revocation with client authentication (RFC 7009). */
  revocation(request: SandboxRequest): SandboxAnswer;
  /** Ends what a token stands for; false where nobody knows it. */
  revoke(token: string): boolean;
  bearer(token: string): Bearer<Account> | 'expired' | undefined;
  /** An access token without a flow, for tokens that travel in a fragment. */
  issue(accountId: string, scopes: readonly string[], clientId: string): string;
  accountBy(idOrEmail: string): Account | undefined;
  expireTokens(accountId?: string): number;
  revokeGrants(accountId?: string): number;
  /** Who has access to an account, with the scopes in the words of the consent page. */
  apps(accountId: string): ConnectedApp[];
}

/** A small strict authorization server over the store; what sets one provider's apart from another's is its config. */
export function createAuthorizationServer<Account extends OAuthAccount>(
  kit: SandboxKit,
  config: AuthorizationConfig<Account>,
): AuthorizationServer<Account> {
  const grants = new Grants(kit, config);
  const parts = { kit, config, grants };

  const revoke = (value: string): boolean => {
    const found = grants.ofToken(value);
    if (!found) return false;
    if (config.revokes === 'account') grants.endAll(found.grant.accountId);
    else if (config.revokes !== 'token') grants.end(found.grantId);
    else {
      delete grants.state.access[hashed(value)];
      delete grants.state.refresh[hashed(value)];
      kit.store.changed();
    }
    return true;
  };

  const revocation = (request: SandboxRequest): SandboxAnswer => {
    try {
      const { clientAuth = config.clientAuth, body: tokenBody = config.tokenBody } = config.revocation ?? {};
      const fields = fieldsOf({ tokenBody }, request);
      authenticate({ kit, config: { provider: config.provider, clientAuth } }, request, fields);
      const allowed = ['client_id', 'client_secret', 'token', 'token_type_hint'];
      const unknown = Object.keys(fields).find((name) => !allowed.includes(name));
      if (unknown) throw new TokenError('invalid_request', `${unknown} is not known.`);
      if (!fields.token) throw new TokenError('invalid_request', 'token is missing.');
      if (!revoke(fields.token) && config.unknownRevocation === 400)
        throw new TokenError('invalid_token', 'The token is not known.');
      return json(200, {});
    } catch (error) {
      if (error instanceof TokenError) return (config.errors ?? standardRefusal)(error.refusal);
      throw error;
    }
  };

  const idOf = (account: string | undefined): string | undefined =>
    account === undefined ? undefined : (grants.accountBy(account)?.id ?? account);
  const server: AuthorizationServer<Account> = {
    serve(request, paths) {
      if (/^\/signin\/(?:account|consent)$/.test(request.path)) return Promise.resolve(server.signIn(request));
      if (request.path === paths.authorize) return Promise.resolve(server.authorize(request));
      if (request.path === paths.token) return server.token(request);
      return request.path === paths.revoke ? Promise.resolve(revocation(request)) : undefined;
    },
    authorize: (request) => authorize(parts, request),
    signIn: (request) => signIn(parts, request),
    token: (request) => token(parts, request),
    revocation,
    revoke,
    bearer(value) {
      const found = grants.accessBy(value);
      if (!found) return undefined;
      const { token: held, grant } = found;
      if (held.expiresAt !== undefined && held.expiresAt <= kit.clock()) return 'expired';
      const implied = held.scopes.flatMap((scope) => entryOf(config.scopesImplied ?? {}, scope) ?? []);
      const account = grants.accountBy(grant.accountId)!;
      return { account, clientId: grant.clientId, scopes: new Set([...held.scopes, ...implied]) };
    },
    issue: (accountId, scopes, clientId) =>
      grants.issue(grants.make({ accountId, clientId, scopes, offline: false }), undefined).access,
    accountBy: (idOrEmail) => grants.accountBy(idOrEmail),
    expireTokens: (account) => grants.expire(idOf(account)),
    revokeGrants: (account) => grants.endAll(idOf(account)),
    apps: (accountId) =>
      grants.apps(accountId).map(({ clientId, scopes }) => ({
        clientId,
        scopes: scopes.map((scope) => entryOf(config.scopes, scope) ?? scope),
      })),
  };
  return server;
}
