import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { beginFlow, disconnect, getConnection, type RequestInput, testConnection } from '@switchboard/contracts';
import { providers } from '@switchboard/providers';
import { answerConsent, createSandbox } from '@switchboard/sandbox';
import { complete } from '../testing/connect.ts';
import { expire, issue } from '../testing/credentials.ts';
import { dumpDatabase, leaksIn } from '../testing/leak-scan.ts';
import { browserBinding, startTestAuth } from '../testing/start-test-auth.ts';
import { runSql } from '../testing/test-database.ts';

const [provider] = providers.filter(({ auth }) =>
  Object.values(auth).some((method) => method.kind === 'oauth2' && method.client === 'connection'),
);
const id = provider?.id ?? '';
const clientSecret = 'canary-own-client-secret';
const redirectUris = [`http://localhost:3000/oauth/${id}/callback`];
type Changes = Partial<RequestInput<typeof beginFlow>>;

/** A service that describes itself, and a hub that knows no client of it. */
async function startOwn(extra: Record<string, string> = {}) {
  const stack = new AsyncDisposableStack();
  const clients = ['one', 'two'].map((clientId) => ({ provider: id, clientId, clientSecret, redirectUris }));
  const sandbox = stack.use(await createSandbox({ clients }));
  const originMap = { ...sandbox.originMap, ...extra };
  const auth = stack.use(await startTestAuth({ providers, originMap }));
  const ada = await auth.signIn();
  const keys = (await (await fetch(`${sandbox.url}/_sandbox/keys`)).json()) as {
    items: { provider: string; settings: Record<string, string> }[];
  };
  const settings = keys.items.find((one) => one.provider === id)!.settings;
  const leave = (changes: Changes = {}) =>
    auth.ask(
      beginFlow,
      {
        provider: id,
        purpose: 'connect',
        features: [],
        settings,
        clientId: 'one',
        clientSecret,
        browserBinding,
        ...changes,
      },
      ada,
    );
  const finish = async (begun: { authorizationUrl: string }, account?: string) => {
    const back = await answerConsent(begun.authorizationUrl, account === undefined ? {} : { account });
    const { flow } = await complete(auth, Object.fromEntries(back.searchParams), ada, { provider: id });
    if (!flow.connectionId) throw new Error(`the flow ended ${flow.status}: ${flow.error?.message}`);
    return auth.ask(getConnection, { connectionId: flow.connectionId }, ada);
  };
  const token = async (connectionId: string) => (await issue(auth, ada, connectionId, { needs: [] })).token;
  return { sandbox, auth, ada, settings, leave, finish, token, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test('a person connects a service nobody declared with a client of their own; it renews, is checked, and ends there', async () => {
  await using hub = await startOwn();

  const connection = await hub.finish(await hub.leave());
  const first = await hub.token(connection.id);
  await expire(hub.auth, connection.id);
  const second = await hub.token(connection.id);
  await expire(hub.auth, connection.id);
  const third = await hub.token(connection.id);

  const subject = 'api.fernhill.example/v1 login.fernhill.example fernhill-ada';
  expect(connection.account).toMatchObject({ subject, name: 'Ada Marsh' });
  expect(connection.settings).toMatchObject({ tokenEndpoint: 'https://login.fernhill.example/token' });
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await hub.auth.ask(testConnection, { connectionId: connection.id }, hub.ada)).toMatchObject({ ok: true });

  const receipt = await hub.auth.ask(disconnect, { connectionId: connection.id }, hub.ada);
  expect(receipt.steps.map(({ result }) => result)).toEqual(['done', 'done', 'done']);
  expect(await runSql(hub.auth.urlAs('auth'), 'SELECT 1 FROM auth.envelope')).toEqual([]);
});

test('O-19 V-11 the secret goes to the issuer alone, lies nowhere readable, and no answer gives it back', async () => {
  await using hub = await startOwn();
  const begun = await hub.leave();
  const connection = await hub.finish(begun);

  const dump = await dumpDatabase(hub.auth.ownerUrl);

  expect(leaksIn({ ...dump, answers: JSON.stringify([begun, connection]) }, [clientSecret])).toEqual([]);
  const purposes = await runSql(hub.auth.urlAs('auth'), 'SELECT purpose FROM auth.envelope ORDER BY purpose');
  expect(purposes.map((row) => row['purpose'])).toEqual(['access_token', 'client_secret', 'refresh_token']);
});

test('a reconnect goes on with the stored client, or with the one that replaces it', async () => {
  await using hub = await startOwn();
  const connection = await hub.finish(await hub.leave());
  const again = {
    purpose: 'reconnect',
    connectionId: connection.id,
    clientId: undefined,
    clientSecret: undefined,
  } as const;

  await hub.finish(await hub.leave(again));
  await expire(hub.auth, connection.id);
  await hub.token(connection.id);
  const replaced = await hub.finish(await hub.leave({ ...again, clientId: 'two', clientSecret }));
  await expire(hub.auth, connection.id);

  expect(replaced.id).toBe(connection.id);
  expect(await hub.token(connection.id)).toBeTruthy();
});

test('O-8 the same subject at two services is two accounts', async () => {
  const other = createServer((request, response) => {
    const host = 'https://other.fernhill.example';
    const answer = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    const { pathname, searchParams } = new URL(request.url ?? '/', host);
    if (pathname.endsWith('/authorize')) {
      const back = new URL(searchParams.get('redirect_uri') ?? host);
      back.searchParams.set('code', 'c');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      return void response.writeHead(302, { location: back.href }).end();
    }
    if (pathname.endsWith('/token')) return answer({ access_token: 'a', token_type: 'Bearer' });
    return answer({ sub: 'fernhill-ada', name: 'Another Ada' });
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const at = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  await using hub = await startOwn({ 'https://other.fernhill.example': at });
  const endpoint = (name: string): string => `https://other.fernhill.example/${name}`;
  const byHand = {
    baseUrl: endpoint('api'),
    authorizationEndpoint: endpoint('authorize'),
    tokenEndpoint: endpoint('token'),
    identityEndpoint: endpoint('me'),
    clientAuth: 'client_secret_post',
  };

  const one = await hub.finish(await hub.leave());
  const begun = await hub.leave({ settings: byHand });
  const answer = await fetch(begun.authorizationUrl, { redirect: 'manual' });
  const parameters = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
  const { flow } = await complete(hub.auth, parameters, hub.ada, { provider: id });
  other.close();

  expect(flow.status).toBe('succeeded');
  expect(flow.connectionId).not.toBe(one.id);
});

test('E-4 F-39 addresses that people may not give are refused before anything is asked or anyone is sent away', async () => {
  await using hub = await startOwn();
  const hostile = [
    'https://localhost',
    'https://127.0.0.1',
    'https://2130706433',
    'https://[::1]',
    'https://db.internal',
  ];

  for (const issuer of [
    ...hostile,
    'http://login.acme.com',
    'https://user@acme.com',
    'https://acme.com\\@evil.com',
    '',
  ])
    await expect(hub.leave({ settings: { ...hub.settings, issuer } })).rejects.toMatchObject({
      code: 'input_invalid',
      details: { errors: [{ path: '/settings/issuer', message: expect.any(String) }] },
    });
});

test('what is missing is named: a client id, an endpoint', async () => {
  await using hub = await startOwn();
  const { issuer: _left, ...rest } = hub.settings;

  await expect(hub.leave({ clientId: undefined })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: '/clientId' }] },
  });
  await expect(hub.leave({ settings: rest })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { errors: [{ path: expect.stringMatching(/^\/settings\/\w+Endpoint$/) }] },
  });
});
