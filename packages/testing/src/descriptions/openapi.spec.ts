import { expect, test } from '@jest/globals';
import type { DescribedRequest } from './api-description.ts';
import { describe as describing, type OpenApiOptions } from './openapi.ts';
import { Documents } from './openapi/document.ts';
import { things } from './openapi/testing/things.ts';

const api = (more: Partial<OpenApiOptions> = {}, described: object = things) => {
  const documents = new Documents();
  documents.add('things.json', described as Record<string, unknown>);
  return describing(documents, { name: 'Things', ...more });
};
const asked = (method: string, url: string, body?: unknown, type = 'application/json'): DescribedRequest => ({
  method,
  url: new URL(url),
  headers: { 'api-version': '7', ...(body === undefined ? {} : { 'content-type': type }) },
  body: Buffer.from(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)),
});
const answered = (json: unknown, status = 200) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(json)),
});
const one = 'https://api.test/v1/things/7';

test.each([
  ['GET', `${one}?loud=true&tags=a,b`, undefined],
  ['PUT', one, { name: 'x', size: null, kind: 'a', extra: { any: 'y' }, at: '2026-01-01T00:00:00Z' }],
  ['POST', 'https://api.test/v1/pets', { kind: 'cat', lives: 9 }],
  ['POST', 'https://api.test/v1/pets', { kind: 'dog', barks: true }],
])('%s %s with %j fits', (method, url, body) => {
  expect(api().findings(asked(method, url, body))).toEqual([]);
});

test.each([
  ['GET', 'https://evil.test/v1/things/7', undefined, 'no operation for GET https://evil.test/v1/things/7'],
  ['GET', `${one}?quiet=1`, undefined, 'get-thing: unknown parameter quiet'],
  ['GET', `${one}?loud=yes`, undefined, 'get-thing loud: "yes" is no boolean'],
  ['GET', `${one}?tags=a,c`, undefined, 'get-thing tags[1]: c is not one of a, b'],
  ['GET', 'https://api.test/v1/things/x', undefined, 'get-thing id: "x" is no integer'],
  ['GET', one, {}, 'get-thing: takes no body'],
  ['PUT', one, undefined, 'put-thing: a body is missing'],
  ['PUT', one, {}, 'put-thing body: name is missing'],
  ['PUT', one, { name: 'x', id: '7' }, "put-thing body: id is not the sender's to say"],
  ['PUT', one, { name: 'x', nme: 'y' }, 'put-thing body: unknown field nme'],
  ['PUT', one, { name: null }, 'put-thing body.name: may not be null'],
  ['PUT', one, { name: 'x', extra: { a: 1 } }, 'put-thing body.extra.a: 1 is no string'],
  ['PUT', one, { name: '' }, 'put-thing body.name: 0 characters is out of range'],
  ['PUT', one, { name: 'x', at: 'today' }, 'put-thing body.at: "today" is no date-time'],
  ['PUT', one, ['x'], 'put-thing body: may not be a list'],
  ['POST', 'https://api.test/v1/pets', { kind: 'dog', lives: 9 }, 'add-pet body: barks is missing'],
  ['POST', 'https://api.test/v1/pets', { kind: 'cat', wings: 2 }, 'add-pet body: unknown field wings'],
])('%s %s with %j is found', (method, url, body, finding) => {
  expect(api().findings(asked(method, url, body))).toContain(finding);
});

test('a header that the operation wants must be there, as it wants it', () => {
  const request = asked('GET', one);

  expect(api().findings({ ...request, headers: {} })).toEqual(['get-thing: Api-Version is missing']);
  expect(api().findings({ ...request, headers: { 'api-version': '8' } })).toEqual([
    'get-thing Api-Version: 8 is not one of 7',
  ]);
});

test('a plain path is meant before one with parameters, and a variant by what it takes', () => {
  expect(api().covers(asked('GET', 'https://api.test/v1/things/all'))).toBe('all-things');
  expect(
    api().covers(asked('POST', 'https://api.test/v1/things/all', 'lives=9', 'application/x-www-form-urlencoded')),
  ).toBe('add-form');
});

test('an upload goes to the operation’s own server, its parts checked by what they are', () => {
  const part = (about: object) =>
    `--x\r\nContent-Disposition: form-data; name="about"\r\n\r\n${JSON.stringify(about)}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: text/plain\r\n\r\nplan\r\n--x--\r\n`;
  const upload = (about: object) =>
    asked('POST', 'https://us.up.test/2.0/upload', part(about), 'multipart/form-data; boundary=x');

  expect(api().findings(upload({ name: 'plan' }))).toEqual([]);
  expect(api().findings(upload({ nme: 'plan' }))).toEqual(['upload body.about: unknown field nme']);
});

test('an answer is held against its status, what only the provider writes included', () => {
  const { answerFindings } = api();

  expect(answerFindings(asked('GET', one), answered({ id: '7', name: 'x' }))).toEqual([]);
  expect(answerFindings(asked('GET', one), answered({ name: 'x', more: 1 }))).toEqual([
    'get-thing 200: id is missing',
    'get-thing 200: unknown field more',
  ]);
  expect(answerFindings(asked('GET', one), answered({}, 201))).toEqual([
    'get-thing: answers 201, which is not described',
  ]);
  expect(answerFindings(asked('GET', one), answered({ message: 'no' }, 404))).toEqual([]);
  expect(
    api({ openAnswers: true }).answerFindings(asked('GET', one), answered({ id: '7', name: 'x', more: 1 })),
  ).toEqual([]);
});

test('scopes are the operation’s, else the document’s, else none', () => {
  const { scopesOf } = api();

  expect(scopesOf(asked('GET', one))).toEqual([['things:read'], ['admin', 'things:meta']]);
  expect(scopesOf(asked('PUT', one, { name: 'x' }))).toEqual([['things:all']]);
  expect(scopesOf(asked('GET', 'https://api.test/v1/things/all'))).toBeUndefined();
  expect(api({ anyScope: true }).scopesOf(asked('GET', one))).toEqual([['things:read'], ['admin'], ['things:meta']]);
});
