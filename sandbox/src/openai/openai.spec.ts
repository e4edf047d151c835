import { expect, test } from '@jest/globals';
import { requestTo, testKit } from '../kit/testing/kit.ts';
import { holders } from './accounts.ts';
import { createOpenai } from './index.ts';

const [ada] = holders;
const question = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }] };

function start() {
  const world = createOpenai(testKit());
  const serve = world.origins['https://api.openai.com']!;
  return {
    world,
    async call(path: string, json?: unknown, key: string | undefined = ada!.key) {
      const headers = {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
      };
      const body = json === undefined ? '' : JSON.stringify(json);
      const method = json === undefined ? 'GET' : 'POST';
      const answer = await serve(requestTo(method, `https://api.openai.com/v1${path}`, { headers, body }));
      return { status: answer.status, headers: answer.headers, body: String(answer.body ?? '') };
    },
  };
}

test('an answer is streamed in pieces that end with [DONE], or given whole', async () => {
  const { call } = start();

  const whole = JSON.parse((await call('/chat/completions', question)).body) as {
    choices: { message: { content: string } }[];
  };
  const { body } = await call('/chat/completions', { ...question, stream: true });
  const pieces = body.split('\n\n').filter((one) => one.startsWith('data: {'));
  const text = pieces.map(
    (one) =>
      (JSON.parse(one.slice(6)) as { choices: { delta: { content?: string } }[] }).choices[0]?.delta.content ?? '',
  );

  expect(body).toMatch(/data: \[DONE\]\n\n$/);
  expect(text.join('')).toBe(whole.choices[0]!.message.content);
});

test.each([
  ['an unknown argument', { ...question, colour: 'red' }, 400, 'Unrecognized request argument supplied: colour'],
  ['a number too high', { ...question, temperature: 3 }, 400, "Invalid value for 'temperature'"],
  ['an unknown model', { ...question, model: 'gpt-0' }, 404, 'model_not_found'],
])('%s is refused in the words of OpenAI', async (_what, json, status, words) => {
  const { call } = start();

  const answer = await call('/chat/completions', json);

  expect(answer.status).toBe(status);
  expect(answer.body).toContain(words);
  expect(JSON.parse(answer.body)).toMatchObject({ error: { type: 'invalid_request_error' } });
});

test('a key that is not known, ended or without credit is refused each in its way', async () => {
  const { call, world } = start();
  const codeOf = async (key: string) => {
    const { status, body } = await call('/chat/completions', question, key);
    return [status, (JSON.parse(body) as { error?: { code: string } }).error?.code];
  };

  expect(await codeOf('sk-guess')).toEqual([401, 'invalid_api_key']);
  expect(await codeOf(holders[2]!.key)).toEqual([429, 'insufficient_quota']);
  expect((await codeOf(ada!.key))[0]).toBe(200);
  await world.revokeGrants(ada!.id);
  expect(await codeOf(ada!.key)).toEqual([401, 'invalid_api_key']);
});

test('every answer tells what is left', async () => {
  const { call } = start();

  expect((await call('/models')).headers).toMatchObject({
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': '499',
  });
});
