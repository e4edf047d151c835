import { inject } from 'light-my-request';
import Provider from 'oidc-provider';
import { formOf, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { accountBy } from '../accounts.ts';
import { StoreAdapter } from './adapter.ts';
import { fullScope, scopeTitles } from './scopes.ts';
import { oauthState } from './state.ts';

export const issuer = 'https://accounts.google.com';
const accessTokenSeconds = 3599;
const codeSeconds = 300;
const refreshTokenSeconds = 180 * 24 * 3600;

export interface OAuthCore {
  readonly provider: Provider;
  /** Hands a form request to oidc-provider's own route. */
  forward(route: '/token' | '/jwks', form?: Record<string, string>): Promise<SandboxAnswer>;
}

/** The oidc-provider that keeps codes, PKCE, tokens and keys, made on first use; Google's own paths and pages stand in front of it. */
export function createCore(kit: SandboxKit): OAuthCore {
  let made: { provider: Provider; handler: ReturnType<Provider['callback']> } | undefined;
  const core = () => {
    if (made) return made;
    const provider = createProvider(kit);
    return (made = { provider, handler: provider.callback() });
  };
  return {
    get provider() {
      return core().provider;
    },
    async forward(route, form) {
      const answer = await inject(core().handler, {
        method: form ? 'POST' : 'GET',
        url: route,
        headers: { host: 'accounts.google.com', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(form && { payload: new URLSearchParams(form).toString() }),
      });
      return { status: answer.statusCode, body: answer.payload };
    },
  };
}

function createProvider(kit: SandboxKit): Provider {
  const state = oauthState(kit.store);
  return new Provider(issuer, {
    adapter: (kind: string) => new StoreAdapter(kit.store, kit.clock, kind),
    clients: kit.clients.map((client) => ({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: [...client.redirectUris],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: 'RS256',
    })),
    jwks: { keys: [state.key as never] },
    cookies: { keys: [state.cookieKey] },
    clientAuthMethods: ['client_secret_post'],
    scopes: Object.keys(scopeTitles),
    claims: {
      openid: ['sub'],
      [fullScope('email')]: ['email', 'email_verified'],
      [fullScope('profile')]: ['name', 'given_name', 'family_name', 'picture', 'locale'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    rotateRefreshToken: false,
    issueRefreshToken: async (_ctx, _client, source) =>
      oauthState(kit.store).grants[(source as { grantId?: string }).grantId ?? '']?.offline ?? false,
    findAccount: (_ctx, id) => {
      const account = accountBy(id);
      if (!account) return undefined;
      return {
        accountId: account.id,
        claims: () => ({
          sub: account.id,
          email: account.email,
          email_verified: true,
          name: account.name,
          given_name: account.givenName,
          family_name: account.familyName,
          picture: pictureOf(account.id),
        }),
      };
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: codeSeconds,
      IdToken: accessTokenSeconds,
      RefreshToken: refreshTokenSeconds,
      Grant: 10 * 365 * 24 * 3600,
    },
  });
}

export const pictureOf = (accountId: string): string =>
  `https://lh3.googleusercontent.com/a/sandbox-${accountId}=s96-c`;

/** Client id and secret from the body or from HTTP Basic; both are taken, as Google takes both. */
export function clientOf(request: SandboxRequest): {
  form: Record<string, string>;
  clientId: string;
  clientSecret: string;
} {
  const form = formOf(request);
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const [id = '', secret = ''] = basic ? Buffer.from(basic, 'base64').toString('utf8').split(':') : [];
  const decode = (text: string): string => decodeURIComponent(text.replace(/\+/g, ' '));
  return {
    form,
    clientId: form.client_id ?? decode(id),
    clientSecret: form.client_secret ?? decode(secret),
  };
}
