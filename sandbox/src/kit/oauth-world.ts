import type { OAuthAccount } from './oauth/config.ts';
import type { AuthorizationServer } from './oauth/index.ts';
import type { SandboxKit, World } from './world.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

type Alike = 'provider' | 'accounts' | 'apps' | 'expireTokens' | 'revokeGrants' | 'reset';

/** What every stand-in answers alike whose people sign in at one authorization server, and whose state is one part of the store. */
export const oauthWorld = (
  { store }: SandboxKit,
  provider: string,
  oauth: Pick<AuthorizationServer<OAuthAccount>, 'apps' | 'expireTokens' | 'revokeGrants'>,
  people: readonly Person[],
): Required<Pick<World, Alike>> => ({
  provider,
  accounts: () => people.map(({ id, name, email }) => ({ id, title: name, subtitle: email })),
  apps: (account) => oauth.apps(account),
  expireTokens: async (account) => oauth.expireTokens(account),
  revokeGrants: async (account) => oauth.revokeGrants(account),
  reset: () => store.forget(provider),
});
