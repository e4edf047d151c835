import { expect, test } from '@jest/globals';
import { readClientJson } from './client-json.ts';

const web = { client_id: 'id', client_secret: 'secret', redirect_uris: ['https://hub.example/oauth/google/callback'] };

test('the file of a web client gives id, secret and the redirect URIs that are registered', () => {
  expect(readClientJson(JSON.stringify({ web: { ...web, project_id: 'p' } }))).toEqual({
    clientId: 'id',
    clientSecret: 'secret',
    redirectUris: web.redirect_uris,
  });
  expect(readClientJson('{"client_id":"id"}')).toEqual({ clientId: 'id' });
});

test.each([
  ['{', 'This is no JSON file.'],
  ['[]', 'This file holds no client id.'],
  ['{"web":{"client_id":""}}', 'This file holds no client id.'],
  ['{"type":"service_account","private_key":"x"}', 'This file holds no client id.'],
  [JSON.stringify({ installed: web }), 'This client is for an app on a device. Make one of the type web application.'],
])('%s is refused with a sentence', (text, message) => {
  expect(() => readClientJson(text)).toThrow(message);
});
