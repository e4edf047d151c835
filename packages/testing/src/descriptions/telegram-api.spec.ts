import { expect, test } from '@jest/globals';
import { telegramOf } from './telegram-api.ts';

const field = (name: string, types: string[], required = false, description = '') => ({
  name,
  types,
  required,
  description,
});
const description = telegramOf({
  version: 'Bot API 10.1',
  methods: {
    send: {
      name: 'send',
      returns: ['Sent', 'True'],
      fields: [
        field('chat_id', ['Integer', 'String'], true),
        field('text', ['String'], false, 'Text, 1-5 characters after entities parsing'),
        field('quiet', ['Boolean']),
        field('file', ['InputFile', 'String']),
        field('rows', ['Array of Array of Button']),
      ],
    },
    list: { name: 'list', returns: ['Array of Sent'] },
  },
  types: {
    Sent: { fields: [field('id', ['Integer'], true), field('by', ['Sender'])] },
    Sender: { subtypes: ['Person', 'Bot'] },
    Person: { fields: [field('type', ['String'], true, 'The type, always “person”'), field('name', ['String'], true)] },
    Bot: { fields: [field('type', ['String'], true, 'The type, always "bot"')] },
    Button: { fields: [field('text', ['String'], true)] },
    ResponseParameters: { fields: [field('retry_after', ['Integer'])] },
  },
});
const json = { 'content-type': 'application/json' };
const call = (path: string, body = '', headers: Record<string, string> = json, method = 'POST') => ({
  method,
  url: new URL(`https://api.telegram.org${path}`),
  headers,
  body: Buffer.from(body),
});
const sent = (value: unknown) => description.findings(call('/send', JSON.stringify(value)));
const answered = (path: string, status: number, value: unknown) =>
  description.answerFindings(call(path), { status, headers: json, body: Buffer.from(JSON.stringify(value)) });

test('a method is known with and without the token in its path', () => {
  expect(description.covers(call('/bot1:secret/send'))).toBe('send');
  expect(description.covers(call('/SEND', '', {}, 'GET'))).toBe('send');
  expect(description.findings(call('/sent'))).toEqual(['no operation for POST https://api.telegram.org/sent']);
  expect(description.findings(call('/send', '', {}, 'PUT'))).toHaveLength(1);
});

test.each([
  [{ chat_id: 1 }],
  [{ chat_id: '@x', text: 'hello', quiet: true, file: 'known', rows: [[{ text: 'a' }], []] }],
])('the parameters %j fit', (value) => {
  expect(sent(value)).toEqual([]);
});

test.each([
  [{}, 'send.chat_id: is missing'],
  [{ chat_id: true }, 'send.chat_id: no Integer'],
  [{ chat_id: 1, txt: 'x' }, 'send: unknown field txt'],
  [{ chat_id: 1, text: 'longer' }, 'send.text: 6 characters'],
  [{ chat_id: 1, quiet: 'true' }, 'send.quiet: no Boolean'],
  [{ chat_id: 1, rows: [{ text: 'a' }] }, 'send.rows[0]: not a list'],
  [{ chat_id: 1, rows: [[{ txt: 'a' }]] }, 'send.rows[0][0]: unknown field txt'],
])('the parameters %j are found', (value, finding) => {
  expect(sent(value)).toContain(finding);
});

test('form, query and multipart carry the same parameters, a file only in its own part', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const parts = { 'content-type': 'multipart/form-data; boundary=b' };
  const part = (name: string, more: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const file = part('chat_id', '', '1') + part('file', '; filename="a.txt"', 'bytes') + '--b--\r\n';
  const number = part('chat_id', '', '1') + part('quiet', '; filename="a.txt"', 'bytes') + '--b--\r\n';

  expect(description.findings(call('/send', 'chat_id=1&quiet=true&rows=[[]]', form))).toEqual([]);
  expect(description.findings(call('/send', 'chat_id=1&quiet=yes', form))).toEqual(['send.quiet: no Boolean']);
  expect(description.findings(call('/send?chat_id=1&rows=x', '', {}, 'GET'))).toEqual(['send.rows: not a list']);
  expect(description.findings(call('/send', file, parts))).toEqual([]);
  expect(description.findings(call('/send', number, parts))).toEqual(['send.quiet: no Boolean']);
  expect(description.findings(call('/send', 'x', { 'content-type': 'text/plain' }))).toEqual([
    'send: content type text/plain',
  ]);
});

test.each([
  ['/send', 200, { ok: true, result: { id: 1, by: { type: 'bot' } } }],
  ['/send', 200, { ok: true, result: true }],
  ['/list', 200, { ok: true, result: [{ id: 1, by: { type: 'person', name: 'Ada' } }] }],
  ['/send', 429, { ok: false, error_code: 429, description: 'Too many', parameters: { retry_after: 3 } }],
])('an answer of %s with %i that fits has no findings', (path, status, value) => {
  expect(answered(path, status, value)).toEqual([]);
});

test.each([
  ['/send', 200, { ok: true, result: { id: '1' } }, 'send 200 result.id: no Integer'],
  ['/send', 200, { ok: true, result: { id: 1, by: { type: 'cat' } } }, 'send 200 result.by.type: is not bot'],
  ['/list', 200, { ok: true, result: { id: 1 } }, 'list 200 result: not a list'],
  ['/send', 200, { ok: false, result: true }, 'send 200: ok is false'],
  ['/send', 400, { ok: false, error_code: 404, description: 'x' }, 'send 400: error_code is 404'],
  ['/send', 400, { ok: false, error_code: 400 }, 'send 400.description: is missing'],
])('the wrong answer of %s with %i and %j is found', (path, status, value, finding) => {
  expect(answered(path, status, value)).toEqual([finding]);
});
