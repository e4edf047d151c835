import { expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DescribedRequest } from './api-description.ts';
import { describe as describing, openApi } from './openapi.ts';
import { Documents } from './openapi/document.ts';

const asked = (
  method: string,
  url: string,
  body?: string,
  type = 'application/x-www-form-urlencoded',
): DescribedRequest => ({
  method,
  url: new URL(url),
  headers: body === undefined ? {} : { 'content-type': type },
  body: Buffer.from(body ?? ''),
});

test('Swagger 2 bodies are form fields or one schema, in each type that is consumed', () => {
  const documents = new Documents();
  documents.add('chat.json', {
    swagger: '2.0',
    schemes: ['https'],
    host: 'chat.test',
    basePath: '/api',
    paths: {
      '/post': {
        post: {
          operationId: 'post',
          consumes: ['application/x-www-form-urlencoded', 'application/json'],
          security: [{ oauth: ['chat:write', 'chat:bot'] }],
          parameters: [
            { name: 'token', in: 'header', required: true, type: 'string' },
            { name: 'channel', in: 'formData', required: true, type: 'string' },
            { name: 'count', in: 'formData', type: 'integer' },
          ],
          responses: { default: { schema: { type: 'object', properties: { ok: { type: 'boolean' } } } } },
        },
      },
    },
  });
  const chat = describing(documents, { name: 'Chat', ignored: ['token'], anyScope: true });
  const url = 'https://chat.test/api/post';

  expect(chat.findings(asked('POST', url, 'channel=C1&count=2'))).toEqual([]);
  expect(chat.findings(asked('POST', url, '{"channel":"C1","count":2}', 'application/json'))).toEqual([]);
  expect(chat.findings(asked('POST', url, 'count=two&more=1'))).toEqual([
    'post body: channel is missing',
    'post body.count: "two" is no integer',
    'post body: unknown field more',
  ]);
  expect(chat.scopesOf(asked('POST', url))).toEqual([['chat:write'], ['chat:bot']]);
  const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"ok":"yes"}') };
  expect(chat.answerFindings(asked('POST', url), answer)).toEqual(['post 200.ok: "yes" is no boolean']);
});

test('a refusal with a good status is held against the default answer; a list of `items` means alternatives', () => {
  const documents = new Documents();
  const either = { items: [{ type: 'object', properties: { a: { type: 'string' } } }, { type: 'null' }] };
  const ok = {
    type: 'object',
    properties: { ok: { enum: [true] }, thing: either, many: { type: 'array', items: [either] } },
  };
  const refusal = { type: 'object', properties: { ok: { enum: [false] }, error: { enum: ['gone'] } } };
  documents.add('chat.json', {
    swagger: '2.0',
    host: 'chat.test',
    paths: { '/get': { get: { responses: { 200: { schema: ok }, default: { schema: refusal } } } } },
  });
  const isRefusal = (body: unknown) => (body as { ok?: boolean }).ok === false;
  const chat = describing(documents, { name: 'Chat', isRefusal });
  const found = (json: unknown) => {
    const body = Buffer.from(JSON.stringify(json));
    const answer = { status: 200, headers: { 'content-type': 'application/json' }, body };
    return chat.answerFindings(asked('GET', 'https://chat.test/get'), answer);
  };

  expect(found({ ok: true, thing: null, many: [{ a: 'x' }] })).toEqual([]);
  expect(found({ ok: true, thing: { a: 1 } })).toEqual(['get /get 200.thing.a: 1 is no string']);
  expect(found({ ok: true, many: [{ b: 1 }] })).toEqual(['get /get 200.many[0]: unknown field b']);
  expect(found({ ok: false, error: 'gone' })).toEqual([]);
  expect(found({ ok: false, error: 'lost' })).toEqual(['get /get refusal.error: lost is not one of gone']);
});

test('references into another folder or site mean the file of that name', () => {
  const documents = new Documents();
  const remote = 'https://raw.example/main/common.json#/components/parameters/a~1b';
  documents.add('users.json', {
    servers: [{ url: 'https://api.test' }],
    paths: { '/users/{id}/{path}': { get: { parameters: [{ $ref: remote }], responses: {} } } },
  });
  documents.add('common.json', {
    components: { parameters: { 'a/b': { name: 'page', in: 'query', schema: { type: 'integer' } } } },
  });
  const { findings } = describing(documents, { name: 'Users', servers: ['https://eu.api.test'], deep: ['path'] });

  expect(findings(asked('GET', 'https://eu.api.test/users/7/a/b?page=2'))).toEqual([]);
  expect(findings(asked('GET', 'https://eu.api.test/users/7/a/b?page=x'))).toEqual([
    'get /users/{id}/{path} page: "x" is no integer',
  ]);
  expect(findings(asked('GET', 'https://api.test/users/7/a'))).toHaveLength(1);
});

test('what is described as a query may come in the body, where the provider takes both', () => {
  const documents = new Documents();
  documents.add('cards.json', {
    servers: [{ url: 'https://api.test' }],
    paths: {
      '/cards': {
        post: {
          parameters: [{ name: 'name', in: 'query', required: true, schema: { type: 'string' } }],
          responses: {},
        },
      },
    },
  });
  const { findings } = describing(documents, { name: 'Cards', queryInBody: true });

  expect(findings(asked('POST', 'https://api.test/cards', 'name=x'))).toEqual([]);
  expect(findings(asked('POST', 'https://api.test/cards', 'nme=x'))).toEqual([
    'post /cards: unknown parameter nme',
    'post /cards: name is missing',
  ]);
});

const specs = path.resolve(import.meta.dirname, '../../../../../shared/specs');
const vendors = [
  ['github', ['api.github.com.subset.json'], 200],
  ['notion', ['notion-openapi.json'], 20],
  ['box', ['openapi.json', 'openapi-v2025.0.json', 'openapi-v2026.0.json'], 250],
  ['trello', ['swagger.v3.json'], 200],
  ['slack', ['slack_web_openapi_v2_without_examples.json'], 174],
  ['asana', ['asana_oas.yaml'], 240],
  ['openai', ['openapi.yaml'], 200],
  ['zoho/crm-v8.0', undefined, 400],
] as const;

if (existsSync(specs)) {
  test.each(vendors)('the files of %s are read', (folder, files, least) => {
    const all = files ?? readdirSync(path.join(specs, folder)).filter((name) => name.endsWith('.json'));

    expect(openApi(path.join(specs, folder), all, { name: folder })!.operationCount).toBeGreaterThanOrEqual(least);
  });
} else {
  test.skip(`LEFT OUT: no descriptions of vendors at ${specs}`, () => undefined);
}

test('a description whose files are not there is none', () => {
  expect(openApi(specs, ['nothing.json'], { name: 'Nothing' })).toBeUndefined();
});
