import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { beginFlow, beginSignIn, completeFlow, type Flow } from '@switchboard/contracts';
import { hubId, idOf, startGateway } from '../testing/start-gateway.ts';

const flowId = '01990000-0000-7000-8000-000000000001';
const begun = { flowId, authorizationUrl: 'https://accounts.example/auth?state=x', expiresAt: '2026-01-01T00:10:00Z' };
const flow = {
  id: flowId,
  purpose: 'connect',
  provider: 'google',
  status: 'succeeded',
  returnTo: '/connections?filter=all',
} as unknown as Flow;
const cookieOf = (response: { headers: Record<string, unknown> }): string =>
  String((response.headers['set-cookie'] as string[]).find((one) => one.includes('swb-flow'))).split(';')[0] ?? '';
const digest = (cookie: string): string =>
  createHash('sha256')
    .update(cookie.split('=')[1] ?? '')
    .digest('base64url');

test('O-4 the flow cookie of the browser that began is what the callback is bound to', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(beginFlow, begun);
  gateway.bus.answer(completeFlow, { flow });

  const start = await gateway
    .as('ada')
    .post('/api/v1/connections')
    .send({ provider: 'google', features: ['calendar.read'] });
  const cookie = cookieOf(start);
  const back = await gateway
    .as('ada')
    .get('/oauth/google/callback?code=c&state=s')
    .set('Cookie', `${gateway.cookieOf('ada')}; ${cookie}`);

  expect(start.status).toBe(201);
  expect(cookie).toMatch(new RegExp(`^swb-flow-${hubId}=[\\w-]{43}$`));
  expect(gateway.bus.requestsOf(beginFlow)[0]?.browserBinding).toBe(digest(cookie));
  expect(gateway.bus.requestsOf(completeFlow)[0]).toMatchObject({
    provider: 'google',
    parameters: { code: 'c', state: 's' },
    browserBinding: digest(cookie),
  });
  expect(gateway.bus.sent.at(-1)?.caller.claims?.memberId).toBe(idOf('ada'));
  expect(back.status).toBe(303);
  expect(back.headers['location']).toBe(`/connected#flow=${flowId}&returnTo=%2Fconnections%3Ffilter%3Dall`);
});

test('O-4 another browser brings no binding, and what auth refuses is a 400', async () => {
  await using gateway = await startGateway();
  gateway.bus.fail(completeFlow, 'flow_invalid');

  const program = await gateway.nobody().get('/oauth/google/callback?code=c&state=s');
  const person = await gateway.nobody().get('/oauth/google/callback?code=c&state=s').set('Accept', 'text/html');

  expect(gateway.bus.requestsOf(completeFlow)[0]?.browserBinding).toBeUndefined();
  expect(program).toMatchObject({ status: 400, body: { code: 'flow_invalid' } });
  expect(person.status).toBe(400);
  expect(person.type).toBe('text/html');
  expect(person.text).toContain('Start again');
});

test('O-5 a parameter given twice is refused before anyone is asked', async () => {
  await using gateway = await startGateway();

  await gateway.nobody().get('/oauth/google/callback?code=a&code=b&state=s').expect(400);

  expect(gateway.bus.requestsOf(completeFlow)).toEqual([]);
});

test('O-15 the page a flow ends on is static, loads nothing, forgets its address and closes itself', async () => {
  await using gateway = await startGateway();

  const page = await gateway.nobody().get('/connected');

  expect(page.text).not.toMatch(/\s(?:src|href)="(?!\/connections")/);
  for (const part of ['replaceState', "BroadcastChannel('swb-flow-'", 'window.close()'])
    expect(page.text).toContain(part);
  expect(page.text).not.toMatch(/postMessage\([^)]*'\*'|window\.opener|\.closed/);
  const policy = String(page.headers['content-security-policy']);
  const script = /<script>([\s\S]*)<\/script>/.exec(page.text)?.[1] ?? '';
  expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(policy).not.toContain('connect-src');
});

test('O-18 addresses of a flow send no referrer', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(completeFlow, { flow });
  gateway.bus.answer(beginSignIn, begun);

  for (const path of ['/oauth/google/callback?code=c&state=s', '/connected', '/sign-in/google'])
    expect((await gateway.nobody().get(path)).headers['referrer-policy']).toBe('no-referrer');
});

test('signing in goes to the provider and comes back with a session', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(beginSignIn, begun);
  const session = { token: 'ada', sessionId: idOf('ada'), expiresAt: '2030-01-01T00:00:00Z' };
  gateway.bus.answer(completeFlow, { flow: { ...flow, purpose: 'sign_in', returnTo: '/calendar' }, session });

  const away = await gateway.nobody().get('/sign-in/google?returnTo=/calendar');
  const back = await gateway.nobody().get('/oauth/google/callback?code=c&state=s').set('Cookie', cookieOf(away));

  expect(away).toMatchObject({ status: 303, headers: { location: begun.authorizationUrl } });
  expect(back).toMatchObject({ status: 303, headers: { location: '/calendar' } });
  expect(String(back.headers['set-cookie'])).toContain(`swb-session-${hubId}=ada`);
});

test('a sign-in that failed comes back to the sign-in page with its code', async () => {
  await using gateway = await startGateway();
  const error = { code: 'consent_denied', message: 'Access was not granted.' } as const;
  gateway.bus.answer(completeFlow, { flow: { ...flow, purpose: 'sign_in', status: 'failed', error } });

  const back = await gateway.nobody().get('/oauth/google/callback?error=access_denied&state=s');

  expect(back.headers['location']).toBe('/sign-in?problem=consent_denied');
});
