import { expect, test } from '@jest/globals';
import { createProposal, readCapability, runAction } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const connectionId = '01990000-0000-7000-8000-000000000001';
const runId = '01990000-0000-7000-8000-000000000002';
const event = {
  id: 'e1',
  calendarId: 'primary',
  title: 'Stand-up',
  status: 'confirmed',
  start: { date: '2026-01-01' },
  end: { date: '2026-01-02' },
  attendees: [],
};
const answered = { runId, connectionId, action: 'google.list_events', account: 'ada@example.com', durationMs: 1 };

test('events are those of the capability, with the account that answered', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(readCapability, { ...answered, output: { events: [event], inner: 'not listed' } });

  const response = await gateway.as('ada').get('/api/v1/calendar/events?from=2026-01-01T00:00:00Z&query=stand&limit=5');

  expect(response.body).toEqual({ connectionId, account: 'ada@example.com', events: [event] });
  expect(gateway.bus.requestsOf(readCapability)[0]).toEqual({
    capability: 'calendar.list_events',
    input: { from: '2026-01-01T00:00:00Z', to: '2026-01-31T00:00:00.000Z', query: 'stand', limit: 5 },
  });
});

test('availability takes addresses with commas and a length', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(readCapability, { ...answered, output: { slots: [], busy: [], unknown: [] } });

  const query =
    'start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z&durationMinutes=45&attendees=a@b.c,%20d@e.f&timeZone=UTC';
  const response = await gateway.as('ada').get(`/api/v1/calendar/availability?${query}`);

  expect(response.body).toEqual({ connectionId, account: 'ada@example.com', slots: [], unknown: [] });
  expect(gateway.bus.requestsOf(readCapability)[0]?.input).toMatchObject({
    durationMinutes: 45,
    attendees: ['a@b.c', 'd@e.f'],
    timeZone: 'UTC',
  });
});

const body = { title: 'Stand-up', start: { date: '2026-01-01' }, end: { date: '2026-01-02' } };

test('a key creates an event at once', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(runAction, { ...answered, output: event as never });

  const program = gateway.asKey('bo', ['actions:read', 'actions:write']);
  const response = await program.post('/api/v1/calendar/events').send(body);

  expect(response.status).toBe(201);
  expect(response.body).toEqual(event);
  expect(response.headers).toMatchObject({ 'x-run-id': runId, 'x-connection-id': connectionId });
  expect(gateway.bus.requestsOf(runAction)).toMatchObject([{ capability: 'calendar.create_event' }]);
});

test('P-3 a person gets a card to confirm instead', async () => {
  await using gateway = await startGateway();
  gateway.bus.fail(createProposal, 'connection_missing');

  const response = await gateway.as('ada').post('/api/v1/calendar/events').send(body);

  expect(response.status).toBe(409);
  expect(gateway.bus.requestsOf(runAction)).toEqual([]);
  expect(gateway.bus.requestsOf(createProposal)[0]?.steps[0]).toMatchObject({
    capability: 'calendar.create_event',
    input: { title: 'Stand-up' },
  });
});
