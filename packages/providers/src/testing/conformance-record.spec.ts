import { expect, test } from '@jest/globals';
import type { ApiDescription } from '@switchboard/testing/descriptions/api-description';
import { github } from '../github/index.ts';
import { ConformanceJudge, type Judging } from './conformance-record.ts';
import type { Exchange } from './door.ts';

const description: ApiDescription = {
  name: 'Things',
  operationCount: 7,
  covers: ({ url }) => (url.pathname === '/things' ? 'list-things' : undefined),
  findings: ({ url }) =>
    url.pathname === '/things'
      ? [...url.searchParams.keys()].map((name) => `list-things: unknown ${name}`)
      : ['no operation'],
  answerFindings: (_request, { status }) => (status === 200 ? [] : [`list-things ${status}: why`]),
  scopesOf: () => [['read'], ['write', 'admin']],
};
const exchange = (path: string, { status = 200, link = false } = {}): Exchange => ({
  request: { method: 'GET', url: new URL(`https://api.test${path}`), headers: {}, body: new Uint8Array(), link },
  answer: { status, headers: {}, body: new Uint8Array() },
});
const judge = (judging: Partial<Judging> = {}) => new ConformanceJudge(github, { description, ...judging });
const reading = new Set(['read']);

test.each([
  ['a parameter', '/things?loud=1', {}, reading, ['list-things: unknown loud']],
  ['a path', '/stuff', {}, reading, ['no operation']],
  ['an answer', '/things', { status: 201 }, reading, ['list-things 201: why']],
  [
    'too few scopes',
    '/things',
    {},
    new Set(['write']),
    ['list-things: needs the scope read, or write and admin, and has write'],
  ],
])('%s that the description does not know is found, and counted', (_what, path, more, scopes, findings) => {
  const judging = judge();

  expect(judging.findings([exchange(path, more)], scopes)).toEqual(findings);
  expect(judging.record.failing).toBe(1);
  expect(judging.record.held + judging.record.notDescribed).toBe(1);
});

test('what fits is counted: the operation once, each call', () => {
  const judging = judge();

  expect(judging.findings([exchange('/things'), exchange('/things')], new Set(['write', 'admin']))).toEqual([]);
  expect(judging.record).toMatchObject({
    operations: ['list-things'],
    operationCount: 7,
    held: 2,
    notDescribed: 0,
    failing: 0,
  });
});

test('a signed link is nobody’s operation', () => {
  const judging = judge();

  expect(judging.findings([exchange('/files/1', { link: true })], reading)).toEqual([]);
  expect(judging.record).toMatchObject({ held: 0, notDescribed: 0 });
});

test('a difference explains its own finding at its own operation, and what nothing shows is named', () => {
  const judging = judge({
    differs: [
      { operations: ['list-things', 'add-things'], findings: [': unknown loud'], why: 'It is new.' },
      { operations: ['list-things'], findings: [': unknown lo'], why: 'It is old.' },
    ],
  });

  expect(judging.findings([exchange('/things?loud=1&louder=1')], reading)).toEqual(['list-things: unknown louder']);
  expect(judging.unused).toEqual(['add-things: unknown loud', 'list-things: unknown lo']);
  expect(judging.record.differs).toMatchObject([{ times: 1 }, { times: 0 }]);
});

test.each([
  ['200.items[].due: "<instant>" is late', '200.items[7].due: "2026-01-01T00:00:00.000Z" is late', true],
  ['200.items[].due: "<instant>" is late', '200.items[7].due: "soon" is late', false],
  ['200.items[].due: is late', '200.items.due: is late', false],
  ['pos: <number> is not one of <any>', 'pos: 3 is not one of top, bottom', true],
  ['pos: <number> is not one of <any>', 'pos: low is not one of top, bottom', false],
])('%j allows %j: %s', (finding, found, isAllowed) => {
  const saying: ApiDescription = { ...description, findings: () => [`list-things ${found}`] };
  const judging = judge({
    description: saying,
    differs: [{ operations: ['list-things'], findings: [finding], why: 'It is new.' }],
  });

  expect(judging.findings([exchange('/things')], reading)).toHaveLength(isAllowed ? 0 : 1);
});

test('a call that nothing describes is counted apart where it is named, and found elsewhere', () => {
  const judging = judge({
    undescribedCalls: [{ call: 'GET https://api.test/stuff/<segment>', why: 'Told in words.' }],
  });

  expect(judging.findings([exchange('/stuff/7'), exchange('/stuff/7/more')], reading)).toEqual(['no operation']);
  expect(judging.record).toMatchObject({ held: 0, notDescribed: 2, failing: 1, undescribedCalls: [{ times: 1 }] });
});

test('narrower scopes suffice where all of them are held', () => {
  const narrower = { scopesOf: () => ['things.read', 'search'], why: 'Told in words.' };
  const judging = judge({ narrower });

  expect(judging.findings([exchange('/things')], new Set(['things.read']))).toHaveLength(1);
  expect(judging.unused).toEqual(['narrower scopes']);
  expect(judging.findings([exchange('/things')], new Set(['things.read', 'search']))).toEqual([]);
  expect(judging.record.narrower).toMatchObject({ times: 1 });
});
