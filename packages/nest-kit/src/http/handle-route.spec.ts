import { expect, test } from '@jest/globals';
import { getApiKeys } from '@switchboard/contracts';
import { callerWith } from '../testing/greeting.ts';
import { HandleRoute } from './handle-route.ts';

test('A-7 an answer holds the fields its route lists, and nothing else that the service knows', async () => {
  const key = {
    id: '01990000-0000-7000-8000-000000000001',
    name: 'Script',
    scopes: ['runs:read'],
    prefix: 'swb_key_1',
  };
  const times = { createdAt: '2026-11-21T08:00:00.000Z', expiresAt: '2027-02-19T08:00:00.000Z' };
  const answer = () => ({ items: [{ ...key, ...times, mac: 'canary', hubId: 'canary' }], passwordHash: 'canary' });
  const descriptor = { value: answer as never, configurable: true };
  HandleRoute(getApiKeys)(class {}.prototype, 'list', descriptor);
  const sent: unknown[] = [];
  const reply = { code: () => reply, send: (value: unknown) => void sent.push(value) };
  const caller = callerWith({ permissions: ['api-keys:manage'] });

  await (descriptor.value as (request: object, to: object) => Promise<void>)(
    { hub: { caller }, params: {}, query: {}, body: undefined },
    reply,
  );

  expect(sent).toEqual([{ items: [{ ...key, ...times }] }]);
});
