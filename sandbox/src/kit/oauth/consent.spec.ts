import { expect, test } from '@jest/globals';
import { startServer } from './testing.ts';

const parametersOf = (answer: { headers?: Readonly<Record<string, string>> }): Record<string, string> =>
  Object.fromEntries(new URL(answer.headers!.location!).searchParams);

test.each([
  ['an unknown client', { client_id: 'nobody' }, 401],
  ["another provider's client", { client_id: 'foreign' }, 401],
  ['a redirect URI that is only nearly the registered one', { redirect_uri: 'http://localhost:3000/callback/' }, 400],
])('%s is told on a page and never sent back', (_name, params, status) => {
  const { begin } = startServer();

  const answer = begin(params);

  expect(answer.status).toBe(status);
  expect(answer.headers!.location).toBeUndefined();
});

test.each([
  ['an unknown scope', { scope: 'read admin' }, 'invalid_scope'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['an unknown parameter', { scopes: 'read' }, 'invalid_request'],
  ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a short challenge', { code_challenge: 'short' }, 'invalid_request'],
])('%s goes back as an error with the state', (_name, params, error) => {
  const { begin } = startServer();

  expect(parametersOf(begin(params))).toMatchObject({ error, state: 'st' });
});

test('a parameter that the provider requires must be there with its value', () => {
  const { begin } = startServer({ requires: { access: 'offline' }, pkce: 'required' });

  expect(parametersOf(begin())).toMatchObject({ error: 'invalid_request' });
  expect(parametersOf(begin({ access: 'online' }))).toMatchObject({ error: 'invalid_request' });
  expect(parametersOf(begin({ access: 'offline', code_challenge: '' }))).toMatchObject({ error: 'invalid_request' });
  expect(begin({ access: 'offline' }).headers!.location).toContain('/signin/account?flow=');
});

test('a person who says no is sent back without a code, and the sign-in cannot be used again', () => {
  const { begin, flowOf, decide } = startServer();
  const flow = flowOf(begin());

  const denied = decide(flow, [['decision', 'deny']]);
  const again = decide(flow, [['account', 'a1'], ['decision', 'allow']]); // prettier-ignore

  expect(parametersOf(denied)).toEqual({ error: 'access_denied', state: 'st' });
  expect(again.status).toBe(400);
});

test('a sign-in page that stood open too long is over', () => {
  const { kit, begin, flowOf, decide } = startServer();
  const flow = flowOf(begin());

  kit.now += 11 * 60_000;

  expect(decide(flow, [['account', 'a1'], ['decision', 'allow']]).status).toBe(400); // prettier-ignore
});

test('unticked scopes are not granted where the provider has partial consent, and fixed ones always are', async () => {
  const { allow, exchange } = startServer({ partialConsent: true });

  const back = allow({ scope: 'read write me' }, 'a1', ['read']);
  const tokens = await exchange(back.searchParams.get('code')!);

  expect(tokens.body.scope).toBe('read me');
});

test('where it has none, leaving boxes out takes nothing away', async () => {
  const { allow, exchange } = startServer();

  const tokens = await exchange(allow({}, 'a1', []).searchParams.get('code')!);

  expect(tokens.body.scope).toBe('read write');
});

test('a second consent asks for what it names, or answers the union where the provider includes what was granted', async () => {
  const plain = startServer();
  const union = startServer({ includesGranted: { parameter: 'include', value: 'yes' } });
  for (const { grant } of [plain, union]) await grant({ scope: 'read' });

  const alone = await plain.grant({ scope: 'write' });
  const both = await union.grant({ scope: 'write', include: 'yes' });

  expect(alone.scope).toBe('write');
  expect(both.scope.split(' ').sort()).toEqual(['read', 'write']);
  expect(plain.server.apps('a1')).toEqual([{ clientId: 'client', scopes: ['Look', 'Change'] }]);
});

test('only the accounts of an origin sign in there', async () => {
  const accounts = [{ id: 'eu1', name: 'Ada Marsh', email: 'ada@example.org' }];
  const { begin, flowOf, decide, server } = startServer({ accountsAt: () => accounts, accounts });

  const answer = decide(flowOf(begin()), [['account', 'a1'], ['decision', 'allow']]); // prettier-ignore

  expect(answer.status).toBe(200);
  expect(String(answer.body)).toContain('Choose an account');
  expect(server.apps('a1')).toEqual([]);
});

test('the callback carries what the provider adds, made with the client secret', () => {
  const { allow } = startServer({
    callback: ({ account, clientSecret, parameters }) => ({
      hmac: `${clientSecret}/${account!.id}/${Object.keys(parameters).sort().join('&')}`,
    }),
  });

  expect(allow().searchParams.get('hmac')).toBe('secret/a1/code&state');
});
