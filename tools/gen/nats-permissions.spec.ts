import { expect, test } from '@jest/globals';
import * as contracts from '@switchboard/contracts';
import { allowedFor, permissionsConf } from './nats-permissions.ts';

const { defineEvent, defineMessage } = contracts;
const { z } = await import('zod');
const ask = defineMessage({
  subject: 'auth.thing.get',
  callers: ['gateway'],
  permission: 'self',
  request: z.object({}),
  reply: z.object({}),
  errors: [],
  timeoutMs: 1000,
});
const told = defineEvent({ subject: 'auth.thing.changed', listeners: ['integrations'], payload: z.object({}) });

test('only the callers of a message may send it, and only its service may answer', () => {
  expect(allowedFor('gateway', [ask]).publish).toContain('auth.thing.get');
  expect(allowedFor('integrations', [ask]).publish).not.toContain('auth.thing.get');
  expect(allowedFor('auth', [ask]).subscribe).toContain('auth.thing.get auth');
  expect(allowedFor('assistant', [ask]).subscribe).toEqual(['_INBOX_assistant.>']);
});

test('an event is heard by its listeners alone, and told by its owner alone', () => {
  expect(allowedFor('auth', [told]).publish).toEqual(['auth.thing.changed', 'auth.thing.changed.to.integrations']);
  expect(allowedFor('integrations', [told]).subscribe).toContain('auth.thing.changed');
  expect(allowedFor('integrations', [told]).subscribe).toContain('auth.thing.changed.to.integrations integrations');
  expect(allowedFor('gateway', [told])).toEqual({ publish: [], subscribe: ['_INBOX_gateway.>'] });
});

test('V-10 no one but integrations may ask for a credential, and no rule has a wildcard but the own inbox', () => {
  const all = contracts.serviceNames.map((name) => [name, allowedFor(name, Object.values(contracts))] as const);

  const askers = all.filter(([, { publish }]) => publish.includes('auth.credential.issue')).map(([name]) => name);
  const wild = all.flatMap(([name, { publish, subscribe }]) =>
    [...publish, ...subscribe].filter((subject) => /[*>]/.test(subject) && subject !== `_INBOX_${name}.>`),
  );

  expect(askers).toEqual(['integrations']);
  expect(wild).toEqual([]);
});

test('the configuration names a password variable for each service and holds none', () => {
  const text = permissionsConf(Object.values(contracts));

  expect(text.match(/password: .*/g)).toEqual(
    contracts.serviceNames.map((name) => `password: $SWB_NATS_${name.toUpperCase()}_PASSWORD`),
  );
});
