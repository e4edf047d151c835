import { expect, test } from '@jest/globals';
import { createSandbox, answerConsent, type Sandbox } from '../index.ts';

const client = {
  provider: 'zoho',
  clientId: 'zoho-client',
  clientSecret: 'zoho-secret',
  redirectUris: ['http://localhost:3000/oauth/zoho/callback'],
};
const us = 'https://accounts.zoho.com';
const eu = 'https://accounts.zoho.eu';
const local = (sandbox: Sandbox, official: string): string => {
  const { origin, href } = new URL(official);
  return sandbox.originMap[origin]! + href.slice(origin.length);
};
const asked = (scope: string) =>
  `${us}/oauth/v2/auth?${new URLSearchParams({ client_id: client.clientId, redirect_uri: client.redirectUris[0]!, response_type: 'code', state: 'st', scope, access_type: 'offline', prompt: 'consent' }).toString()}`;

async function token(sandbox: Sandbox, accounts: string, form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...form });
  const answer = await fetch(local(sandbox, `${accounts}/oauth/v2/token`), { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

async function granted(sandbox: Sandbox, scope: string) {
  const back = await answerConsent(local(sandbox, asked(scope)));
  const code = back.searchParams.get('code')!;
  return token(sandbox, us, { grant_type: 'authorization_code', code, redirect_uri: client.redirectUris[0]! });
}

async function crm(sandbox: Sandbox, accessToken: string, method: string, path: string, body?: unknown) {
  const answer = await fetch(local(sandbox, `https://www.zohoapis.com/crm/v8${path}`), {
    method,
    headers: { authorization: `Zoho-oauthtoken ${accessToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text ? (JSON.parse(text) as { code?: string; data?: { code: string }[] }) : undefined,
  };
}

test('the callback tells the data centre of the account, and only that one takes the code', async () => {
  await using sandbox = await createSandbox({ clients: [client] });

  const back = await answerConsent(local(sandbox, asked('AaaServer.profile.READ')), {
    account: 'jonas.weld.demo@gmail.com',
  });

  expect(back.searchParams.get('location')).toBe('eu');
  expect(back.searchParams.get('accounts-server')).toBe(eu);
  const form = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code')!,
    redirect_uri: client.redirectUris[0]!,
  };
  expect((await token(sandbox, us, form)).body).toMatchObject({ error: expect.any(String) });
});

test('a code that is not known is refused with status 200, as Zoho does', async () => {
  await using sandbox = await createSandbox({ clients: [client] });

  const answer = await token(sandbox, us, { grant_type: 'refresh_token', refresh_token: 'nobody' });

  expect(answer).toEqual({ status: 200, body: { error: 'invalid_code' } });
});

test('an answer names the API host, and a refresh keeps the refresh token', async () => {
  await using sandbox = await createSandbox({ clients: [client] });

  const first = await granted(sandbox, 'AaaServer.profile.READ,ZohoCRM.modules.leads.READ');
  const second = await token(sandbox, us, { grant_type: 'refresh_token', refresh_token: first.body['refresh_token']! });

  expect(first.body).toMatchObject({
    api_domain: 'https://www.zohoapis.com',
    scope: 'AaaServer.profile.READ ZohoCRM.modules.leads.READ',
  });
  expect(second.body['access_token']).toBeDefined();
  expect(second.body['refresh_token']).toBeUndefined();
});

test('the eleventh refresh in ten minutes is refused', async () => {
  await using sandbox = await createSandbox({ clients: [client] });
  const { body } = await granted(sandbox, 'AaaServer.profile.READ');
  const again = () => token(sandbox, us, { grant_type: 'refresh_token', refresh_token: body['refresh_token']! });

  for (let times = 0; times < 10; times += 1) expect((await again()).body['access_token']).toBeDefined();

  expect((await again()).body['error']).toBe('Access Denied');
});

test('a scope, a field and a value that are not there are refused in the words of the CRM', async () => {
  await using sandbox = await createSandbox({ clients: [client] });
  const { body } = await granted(sandbox, 'ZohoCRM.modules.leads.READ,ZohoCRM.modules.leads.CREATE');
  const call = (method: string, path: string, sent?: unknown) =>
    crm(sandbox, body['access_token']!, method, path, sent);

  expect((await call('GET', '/Deals?fields=Deal_Name')).body?.code).toBe('OAUTH_SCOPE_MISMATCH');
  expect((await call('GET', '/Leads')).body?.code).toBe('REQUIRED_PARAM_MISSING');
  expect((await call('GET', '/Leads?fields=Email&colour=red')).body?.code).toBe('INVALID_DATA');
  const lead = { Last_Name: 'Keller', Company: 'Bakery' };
  expect((await call('POST', '/Leads', { data: [{ ...lead, Shoe_Size: 41 }] })).body?.data?.[0]?.code).toBe(
    'INVALID_DATA',
  );
  expect((await call('POST', '/Leads', { data: [{ Company: 'Bakery' }] })).body?.data?.[0]?.code).toBe(
    'MANDATORY_NOT_FOUND',
  );
  expect((await call('POST', '/Leads', { data: [lead] })).status).toBe(201);
});
