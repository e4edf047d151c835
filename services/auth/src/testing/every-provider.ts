import { getConnection, listConnections, type Connection } from '@switchboard/contracts';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { registrationsOf } from '@switchboard/provider-kit';
import { providers } from '@switchboard/providers';
import { createSandbox } from '@switchboard/sandbox';
import { DeclaredPeer, PeerHost, type PeerLie } from '@switchboard/testing';
import type { Chosen, ConsentDeclaration } from '../core/catalog.ts';
import { protocolOf, type SettingValues } from '../methods/protocol.ts';
import { settingsOf } from '../methods/settings.ts';
import { begin, complete } from './connect.ts';
import { startTestAuth } from './start-test-auth.ts';

type Method = Chosen<ConsentDeclaration>;
export const clientId = 'client-1';
export const clientSecret = 'canary-cs-5f1c9f0e2a7b';

/** Every method of the registry by which people consent in the code flow, by a name for the test's title. */
export const codeMethods: readonly (readonly [string, Method])[] = methodsOf(providers, 'oauth2');
export const fragmentMethods: readonly (readonly [string, Method])[] = methodsOf(providers, 'fragment');

function methodsOf(all: readonly ProviderDeclaration[], kind: ConsentDeclaration['kind']) {
  return all.flatMap((provider) =>
    Object.entries(provider.auth)
      .filter(([, declaration]) => declaration.kind === kind)
      .map(
        ([method, declaration]) => [`${provider.id}.${method}`, { provider, method, declaration } as Method] as const,
      ),
  );
}

/** One method of one provider, whose server is a peer that keeps its declaration. */
export interface Declared {
  readonly chosen: Method;
  /** What a person types. */
  readonly settings: Record<string, string>;
  readonly peer: DeclaredPeer;
  /** Its endpoints, where the provider told which. */
  readonly oauth: ReturnType<typeof protocolOf>;
}

/** The service with the whole registry on one database; `use` puts one provider's peer in place. */
export async function startEveryProvider() {
  const stack = new AsyncDisposableStack();
  const host = stack.use(await PeerHost.start());
  const all = await everyDeclared();
  const originMap = host.originMap([...all.values()].flatMap(({ peer }) => peer.origins));
  const registered = providers.flatMap(registrationsOf).map(({ provider }) => provider);
  const clients = Object.fromEntries(registered.map((provider) => [provider, { clientId, clientSecret }]));
  const auth = stack.use(await startTestAuth({ providers, originMap, clients }));
  let ada = await auth.signIn();
  const use = async (name: string) => {
    const world = all.get(name)!;
    host.peer = world.peer;
    // Statements live a minute.
    ada = await auth.resolve(ada.session.token).then((caller) => ({ ...caller, session: ada.session }));
    return handleOf(world);
  };

  function handleOf(world: Declared) {
    const { chosen, settings, peer } = world;
    const { provider, method, declaration } = chosen;
    const own = declaration.kind === 'oauth2' && declaration.client === 'connection' ? { clientId, clientSecret } : {};
    const asked = { provider: provider.id, method, settings, features: Object.keys(declaration.features), ...own };
    const list = async (): Promise<Connection[]> =>
      (await auth.ask(listConnections, { provider: provider.id }, ada)).items.filter((one) => one.method === method);
    const leave = (changes: Parameters<typeof begin>[2] = {}) => begin(auth, ada, { ...asked, ...changes });
    const back = (parameters: Record<string, string>, changes: Parameters<typeof complete>[3] = {}) =>
      complete(auth, parameters, ada, { provider: provider.id, ...changes });
    const connect = async (): Promise<Connection> => {
      const { parameters } = await leave();
      const { flow } = await back(parameters);
      if (!flow.connectionId) throw new Error(`${provider.id} ended ${flow.status}: ${flow.error?.message}`);
      return auth.ask(getConnection, { connectionId: flow.connectionId }, ada);
    };
    /** Goes through one flow while the peer lies. */
    const underLie = async (lie: PeerLie) => {
      const before = peer.called(world.oauth.tokenEndpoint);
      peer.lie = lie;
      try {
        const { parameters } = await leave();
        const ended = await back(parameters).then(
          ({ flow }) => ({ status: flow.status, code: flow.error?.code, message: flow.error?.message ?? '' }),
          (error: { code: string }) => ({ status: 'refused', code: error.code, message: '' }),
        );
        const exchanges = peer.called(world.oauth.tokenEndpoint) - before;
        return { ...ended, exchanges, connections: (await list()).length };
      } finally {
        peer.lie = undefined;
      }
    };
    return { ...world, auth, ada, asked, list, leave, back, connect, underLie };
  }

  return { auth, use, originMap, clients, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

export type EveryProvider = Awaited<ReturnType<typeof startEveryProvider>>;
export type InUse = Awaited<ReturnType<EveryProvider['use']>>;

/** Every method by which people consent, each with a peer that keeps its declaration. */
export async function everyDeclared(): Promise<ReadonlyMap<string, Declared>> {
  const typed = await typedSettings();
  const all = new Map<string, Declared>();
  for (const [name, chosen] of [...codeMethods, ...fragmentMethods]) {
    const given = typed.find((one) => one.provider === chosen.provider.id && one.method === chosen.method);
    all.set(name, await declared(chosen, given?.settings ?? {}));
  }
  return all;
}

/** What people type where consent alone does not connect, as the sandbox tells it. */
async function typedSettings(): Promise<{ provider: string; method: string; settings?: Record<string, string> }[]> {
  await using sandbox = await createSandbox({ clients: [] });
  const answer = await fetch(`${sandbox.url}/_sandbox/keys`);
  return ((await answer.json()) as { items: { provider: string; method: string }[] }).items;
}

async function declared(chosen: Method, given: SettingValues): Promise<Declared> {
  const { provider, declaration } = chosen;
  const { callback, discoversFrom, scopesFrom } = declaration.kind === 'oauth2' ? declaration : {};
  const scopes = scopesFrom === undefined ? {} : { [scopesFrom]: 'openid email' };
  const settings = { ...given, ...scopes };
  const complete = { ...discoveredAt(settings[discoversFrom ?? '']), ...settingsOf(chosen, settings) };
  const tells = callback?.tellsSetting;
  const told = tells && otherOf(provider, tells.setting, complete[tells.setting]);
  const before = protocolOf(chosen, complete, clientId);
  const after = tells && told ? protocolOf(chosen, { ...complete, [tells.setting]: told }, clientId) : before;
  const oauth = { ...after, authorizationEndpoint: before.authorizationEndpoint };
  const peer = await DeclaredPeer.create({
    oauth: declaration.kind === 'oauth2' ? oauth : { ...oauth, neverExpires: true },
    clientId,
    clientSecret,
    ...(tells && told && { tells: { parameter: tells.parameter, value: told } }),
    otherAuthorizationEndpoint: after.authorizationEndpoint,
  });
  return { chosen, settings, peer, oauth };
}

/** Another row of a setting's table than the one a person begins with. */
const otherOf = ({ tables = {} }: ProviderDeclaration, setting: string, value: string | undefined) =>
  Object.keys(tables[setting] ?? {}).find((one) => one !== value);

/** What a peer at an issuer's address tells of itself. */
const discoveredAt = (issuer: string | undefined): SettingValues =>
  issuer === undefined
    ? {}
    : {
        authorizationEndpoint: `${issuer}/authorize`,
        tokenEndpoint: `${issuer}/token`,
        revocationEndpoint: `${issuer}/revoke`,
        jwksUri: `${issuer}/jwks`,
        identityEndpoint: `${issuer}/me`,
        clientAuth: 'client_secret_basic',
        issParameter: 'true',
      };
