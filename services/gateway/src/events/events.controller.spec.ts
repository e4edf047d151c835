import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type CallerClaims, callerChanged, connectionChanged, proposalChanged, runEnded } from '@switchboard/contracts';
import { idOf, startGateway, type TestGateway } from '../testing/start-gateway.ts';

const connectionId = '01990000-0000-7000-8000-000000000001' as never;

/** Listens as a person until the stream ends. */
function listen(gateway: TestGateway, name: string, claims: Partial<CallerClaims> = {}) {
  gateway.as(name, claims);
  const heard: string[] = [];
  const ended = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<number>();
  const headers = { Host: 'localhost:3000', Cookie: gateway.cookieOf(name), 'Last-Event-ID': 'what-ever' };
  const request = httpRequest(`${gateway.url}/api/v1/events`, { headers }, (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      heard.push(text);
      begun.resolve(response.statusCode ?? 0);
    });
    response.once('close', () => ended.resolve());
  });
  request.once('error', () => undefined).end();
  return { heard, begun: begun.promise, ended: ended.promise };
}

test('A-2 a person hears of their own data and of nobody else’s', async () => {
  await using gateway = await startGateway();
  const ada = listen(gateway, 'ada');
  const bo = listen(gateway, 'bo');
  expect([await ada.begun, await bo.begun]).toEqual([200, 200]);

  gateway.tell(connectionChanged, {
    connectionId,
    memberId: idOf('ada') as never,
    provider: 'google',
    change: 'changed',
  });
  gateway.tell(proposalChanged, { proposalId: connectionId, memberId: idOf('ada') as never, status: 'open' });
  gateway.tell(runEnded, { runId: connectionId, memberId: idOf('bo') as never, status: 'failed', action: 'google.x' });
  await sleep(60);

  const types = (heard: string[]) => [...heard.join('').matchAll(/^event: (.+)$/gm)].map(([, type]) => type);
  expect(types(ada.heard)).toEqual(['connection.changed', 'proposal.changed']);
  expect(types(bo.heard)).toEqual(['run.ended']);
  expect(ada.heard.join('')).not.toContain(idOf('ada'));
});

test('A-6 who is limited to one connection hears only of that one', async () => {
  await using gateway = await startGateway();
  const limited = listen(gateway, 'ada', { connectionId });
  await limited.begun;
  const memberId = idOf('ada') as never;
  const changed = { memberId, provider: 'google', change: 'changed' } as const;

  gateway.tell(connectionChanged, { ...changed, connectionId: idOf('other') as never });
  gateway.tell(proposalChanged, { proposalId: connectionId, memberId, status: 'open' });
  gateway.tell(runEnded, { runId: connectionId, memberId, connectionId, status: 'failed', action: 'google.x' });
  gateway.tell(connectionChanged, { ...changed, connectionId });
  await sleep(60);

  const types = [...limited.heard.join('').matchAll(/^event: (.+)$/gm)].map(([, type]) => type);
  expect(types).toEqual(['run.ended', 'connection.changed']);
});

test('G-1 the stream of a session ends with the session', async () => {
  await using gateway = await startGateway();
  const ada = listen(gateway, 'ada');
  await ada.begun;
  gateway.forget('ada');

  gateway.tell(callerChanged, { sessionId: idOf('ada') });

  await ada.ended;
});

test('nobody hears anything', async () => {
  await using gateway = await startGateway();

  await gateway.nobody().get('/api/v1/events').expect(401);
  await gateway.asKey('bo', ['runs:read']).get('/api/v1/events').expect(403);
});
