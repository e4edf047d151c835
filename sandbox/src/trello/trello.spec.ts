import { describe, expect, test } from '@jest/globals';
import { call, consent, grant, keyConsent, keyHeader, local, startTrello, token } from './testing.ts';

const refresh = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token });
const card = '/cards/6500000000000000000c0103';
const oldToken = async (...args: Parameters<typeof keyConsent>): Promise<string> =>
  new URLSearchParams((await keyConsent(...args)).hash.slice(1)).get('token')!;

describe("Atlassian's OAuth 2.0", () => {
  test('nobody gets in without PKCE or without being asked', async () => {
    await using sandbox = await startTrello();

    const bare = await consent(sandbox, { code_challenge: '', code_challenge_method: '' });
    const silent = await consent(sandbox, { prompt: 'none' });

    expect(bare.searchParams.get('error')).toBe('invalid_request');
    expect(silent.searchParams.get('error')).toBe('invalid_request');
  });

  test('a refresh token comes with offline access only, works once and for 90 days', async () => {
    let now = Date.now();
    await using sandbox = await startTrello({ clock: () => now });
    const online = await grant(sandbox, 'read:board:trello');
    const { refresh_token: first } = await grant(sandbox);

    const renewed = await token(sandbox, refresh(first!));
    const reused = await token(sandbox, refresh(first!));
    now += 91 * 86_400_000;
    const late = await token(sandbox, refresh(renewed.body.refresh_token!));

    expect(online.refresh_token).toBeUndefined();
    expect([renewed.status, reused.status, late.status]).toEqual([200, 400, 400]);
  });

  test('a token that may only read is told so', async () => {
    await using sandbox = await startTrello();
    const { access_token } = await grant(sandbox, 'read:board:trello');

    expect((await call(sandbox, `Bearer ${access_token}`, 'GET', card)).status).toBe(200);
    expect(await call(sandbox, `Bearer ${access_token}`, 'DELETE', card)).toEqual({
      status: 403,
      body: { code: 403, message: 'Unauthorized; scope does not match' },
    });
  });
});

describe('key and token', () => {
  test('the token comes in the fragment, and what the address carried is still there', async () => {
    await using sandbox = await startTrello();

    const back = await keyConsent(sandbox);

    expect(back.search).toBe('?state=st');
    expect(back.hash).toMatch(/^#token=ATTA[\w-]+$/);
  });

  test('a person who says no sends no token', async () => {
    await using sandbox = await startTrello();

    const back = await keyConsent(sandbox, {}, { deny: true });

    expect(back.hash).toBe('#error=access_denied');
  });

  test.each([
    ['an unknown key', { key: 'nobody' }],
    ['an address that is not registered', { return_url: 'http://localhost:3000/elsewhere' }],
    ['a token in the query', { callback_method: 'postMessage' }],
    ['a strange life', { expiration: 'forever' }],
    ['an unknown parameter', { colour: 'red' }],
  ])('%s is told on a page and never sent back', async (_name, more) => {
    await using sandbox = await startTrello();

    await expect(keyConsent(sandbox, more)).rejects.toThrow(/40[01]/);
  });

  test('a token is good beside its own key, in its own header, until it is deleted', async () => {
    await using sandbox = await startTrello();
    const old = await oldToken(sandbox);
    const query = `key=sandbox-client&token=${old}`;
    const end = (): Promise<Response> =>
      fetch(local(sandbox, `https://api.trello.com/1/tokens/${old}?${query}`), { method: 'DELETE' });

    expect((await call(sandbox, keyHeader(old), 'GET', '/members/me')).status).toBe(200);
    expect((await call(sandbox, keyHeader(old, 'other'), 'GET', '/members/me')).body).toBe('invalid token');
    expect((await call(sandbox, `Bearer ${old}`, 'GET', '/members/me')).status).toBe(401);

    expect((await end()).status).toBe(200);
    expect((await end()).status).toBe(401);
    expect((await call(sandbox, keyHeader(old), 'GET', '/members/me')).status).toBe(401);
  });

  test('without the permission to write nothing is written', async () => {
    await using sandbox = await startTrello();
    const old = await oldToken(sandbox, { scope: 'read' });

    expect(await call(sandbox, keyHeader(old), 'DELETE', card)).toEqual({
      status: 401,
      body: 'unauthorized permission requested',
    });
  });
});

describe('what is asked', () => {
  test.each([
    ['GET', '/cards/nothing', undefined, 400],
    ['GET', '/cards/6500000000000000000c9999', undefined, 404],
    ['GET', `${card}?colour=red`, undefined, 400],
    ['PUT', card, { colour: 'red' }, 400],
    ['PUT', card, { due: 'tomorrow' }, 400],
    ['PUT', card, { idList: '6500000000000000000d0201' }, 400],
    ['POST', '/cards', { name: 'x' }, 400],
    ['POST', `${card}/idMembers`, { value: '6500000000000000000a0003' }, 400],
    ['POST', `${card}/idMembers`, { value: '6500000000000000000a0006' }, 400],
    ['GET', '/nowhere', undefined, 404],
  ])('%s %s with %j is refused', async (method, path, body, status) => {
    await using sandbox = await startTrello();
    const { access_token } = await grant(sandbox);

    expect((await call(sandbox, `Bearer ${access_token}`, method, path, body)).status).toBe(status);
  });

  test('a board that one is not on is nowhere', async () => {
    await using sandbox = await startTrello();
    const old = await oldToken(sandbox, {}, { account: 'jonas.weld.demo@gmail.com' });

    expect((await call(sandbox, keyHeader(old), 'GET', '/boards/6500000000000000000b0002')).status).toBe(404);
    expect((await call(sandbox, keyHeader(old), 'GET', '/boards/6500000000000000000b0001')).status).toBe(200);
  });
});
