import { expect, test } from '@jest/globals';
import { stoneOf } from './stone.ts';

const common = `
namespace auth
union AuthError
    expired_access_token
    missing_scope TokenScopeError
struct TokenScopeError
    required_scope String
union AccessError
    no_permission
struct RateLimitError
    retry_after UInt64 = 1
`;
const things = `
namespace things
    "A namespace of
    several lines."

import auth

alias Name = String(min_length=1, max_length=5, pattern="[a-z]+")
alias Many = List(Name, max_items=2)

struct Thing
    "With (brackets), # signs and = signs."
    union
        big Big
    name Name
        "Its name."
    kind Kind = plain
    size UInt64 = 0
    tags Many?
    counts Map(String, Int32)?
    made Timestamp("%Y-%m-%dT%H:%M:%SZ")?

    example default
        name = "x"

struct Big extends Thing
    height Float64(min_value=1.5)

struct Asked
    name Name
    as Kind = plain

union_closed Kind
    plain
        "Nothing."
    told String
    inner Inner

struct Inner
    deep Boolean

union Failure
    gone

route get:2 (Asked, Thing, Failure)
    attrs
        scope = "things.read"
route put (Asked, Void, Failure)
    attrs
        host = "content"
        style = "upload"
route fetch (Asked, Thing, Failure)
    attrs
        host = "content"
        style = "download"
`;
const description = stoneOf([common, things], ['things']);
const get = 'https://api.dropboxapi.com/2/things/get_v2';
const content = 'https://content.dropboxapi.com/2/things';
const bytes = (value: unknown) => Buffer.from(value === undefined ? '' : JSON.stringify(value));
const asked = (
  value: unknown,
  address = get,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => ({
  method: 'POST',
  url: new URL(address),
  headers,
  body: bytes(value),
});
const big = { '.tag': 'big', name: 'a', height: 2 };
const answered = (value: unknown, status = 200) =>
  description.answerFindings(asked({ name: 'a' }), { status, headers: {}, body: bytes(value) });

test('a route is known by its host, name and version, with its scope', () => {
  expect(description.operationCount).toBe(3);
  expect(description.covers(asked({}))).toBe('things/get_v2');
  expect(description.scopesOf(asked({}))).toEqual([['things.read']]);
});

test.each([
  [{ name: 'abc' }],
  [{ name: 'abc', as: 'plain' }],
  [{ name: 'abc', as: { '.tag': 'told', told: 'x' } }],
  [{ name: 'abc', as: { '.tag': 'inner', deep: true } }],
])('the argument %j fits', (value) => {
  expect(description.findings(asked(value))).toEqual([]);
});

test.each([
  [{}, 'things/get_v2.name: is missing'],
  [{ name: 7 }, 'things/get_v2.name: not a text'],
  [{ name: 'abcdef' }, 'things/get_v2.name: longer than 5'],
  [{ name: 'a1' }, 'things/get_v2.name: does not match [a-z]+'],
  [{ name: 'a', nme: 1 }, 'things/get_v2: unknown field nme'],
  [{ name: 'a', as: 'other' }, 'things/get_v2.as: .tag other is unknown'],
  [{ name: 'a', as: { '.tag': 'inner', deep: 'yes' } }, 'things/get_v2.as.inner.deep: not true or false'],
])('the argument %j is found', (value, finding) => {
  expect(description.findings(asked(value))).toEqual([finding]);
});

test('a wrong path, a query and a wrong content type are found', () => {
  expect(description.findings(asked({}, `${get}x`))).toEqual([`no operation for POST ${get}x`]);
  expect(description.findings(asked({ name: 'a' }, `${get}?x=1`))).toEqual(['things/get_v2: unknown parameter x']);
  expect(description.findings(asked({ name: 'a' }, get, {}))).toEqual(['things/get_v2: content type none']);
});

test('uploads and downloads carry their argument in a header', () => {
  const octets = { 'content-type': 'application/octet-stream' };

  const fits = { ...octets, 'dropbox-api-arg': '{"name":"a"}' };
  const unsafe = { ...octets, 'dropbox-api-arg': '{"name":"ü"}' };

  expect(description.findings(asked('bytes', `${content}/put`, fits))).toEqual([]);
  expect(description.findings(asked('bytes', `${content}/put`, unsafe))).toContain(
    'things/put: Dropbox-API-Arg is not safe in a header',
  );
  expect(description.findings(asked('bytes', `${content}/fetch`, fits))).toEqual(['things/fetch: takes no body']);
});

test.each([
  [big, 200],
  [{ ...big, tags: ['a', 'b'], counts: { x: -1 }, made: '2026-11-21T10:00:00Z' }, 200],
  [{ error_summary: 'gone/', error: { '.tag': 'gone' } }, 409],
  [{ error_summary: 'new/', error: { '.tag': 'other' } }, 409],
  [{ error_summary: 'x', error: { '.tag': 'missing_scope', required_scope: 's' } }, 401],
])('the answer %j with %i fits', (value, status) => {
  expect(answered(value, status)).toEqual([]);
});

test.each([
  [{ ...big, '.tag': undefined }, 200, 'things/get_v2 200: .tag undefined is unknown'],
  [{ ...big, height: 1 }, 200, 'things/get_v2 200.height: 1 is out of range'],
  [{ ...big, tags: ['a', 'b', 'c'] }, 200, 'things/get_v2 200.tags: 3 items'],
  [{ ...big, counts: { x: 1.5 } }, 200, 'things/get_v2 200.counts.x: not a whole number'],
  [{ ...big, made: 'today' }, 200, 'things/get_v2 200.made: "today" is no time'],
  [{ ...big, colour: 'red' }, 200, 'things/get_v2 200: unknown field colour'],
  [{ error_summary: 'lost/', error: { '.tag': 'lost' } }, 409, 'things/get_v2 409: .tag lost is unknown'],
  [{ error: { '.tag': 'gone' } }, 409, 'things/get_v2 409: error_summary is missing'],
  [{}, 404, "things/get_v2 404: is no status of Dropbox's"],
])('the answer %j with %i is found', (value, status, finding) => {
  expect(answered(value, status)).toEqual([finding]);
});
