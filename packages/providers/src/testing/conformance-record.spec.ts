import { expect, test } from '@jest/globals';
import type { ApiDescription } from '@switchboard/testing/descriptions/api-description';
import { github } from '../github/index.ts';
import { ConformanceJudge } from './conformance-record.ts';
import type { Exchange } from './door.ts';

const description: ApiDescription = {
  name: 'Things',
  operationCount: 7,
  covers: ({ url }) => (url.pathname === '/things' ? 'list-things' : undefined),
  findings: ({ url }) =>
    url.pathname === '/things' ? [...url.searchParams.keys()].map((name) => `unknown ${name}`) : ['no operation'],
  answerFindings: (_request, { status }) => (status === 200 ? [] : [`answers ${status}`]),
  scopesOf: () => [['read'], ['write', 'admin']],
};
const exchange = (path: string, { status = 200, link = false } = {}): Exchange => ({
  request: { method: 'GET', url: new URL(`https://api.test${path}`), headers: {}, body: new Uint8Array(), link },
  answer: { status, headers: {}, body: new Uint8Array() },
});
const judge = (differs: { where: string; why: string }[] = []) =>
  new ConformanceJudge(github, { description, differs });
const reading = new Set(['read']);

test.each([
  ['a parameter', '/things?loud=1', {}, reading, ['unknown loud']],
  ['a path', '/stuff', {}, reading, ['no operation']],
  ['an answer', '/things', { status: 201 }, reading, ['answers 201']],
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
  expect(judging.record).toMatchObject({ requests: 1, failing: 1 });
});

test('what fits is counted: the operation once, each request and answer', () => {
  const judging = judge();

  expect(judging.findings([exchange('/things'), exchange('/things')], new Set(['write', 'admin']))).toEqual([]);
  expect(judging.record).toMatchObject({
    operations: ['list-things'],
    operationCount: 7,
    requests: 2,
    answers: 2,
    failing: 0,
  });
});

test('a signed link is nobody’s operation', () => {
  const judging = judge();

  expect(judging.findings([exchange('/files/1', { link: true })], reading)).toEqual([]);
  expect(judging.record.requests).toBe(0);
});

test('a difference explains only its own findings, and one that nothing shows is named', () => {
  const judging = judge([
    { where: 'unknown loud', why: 'It is new.' },
    { where: 'unknown quiet', why: 'It is old.' },
  ]);

  expect(judging.findings([exchange('/things?loud=1&soft=1')], reading)).toEqual(['unknown soft']);
  expect(judging.unused).toEqual(['unknown quiet']);
  expect(judging.record.differs).toMatchObject([{ times: 1 }, { times: 0 }]);
});
