import { expect, test } from '@jest/globals';
import { FakeHttp } from '@switchboard/provider-kit/testing';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { createChatCompletion } from './actions/create-chat-completion.ts';
import { createResponse } from './actions/create-response.ts';
import { openai } from './index.ts';

const asked = { model: 'gpt-4o-mini', prompt: 'Who draws the quay map?' };

test('the same question has the same answer, and what was asked stands in the account', async () => {
  await using ada = await SandboxAccount.start(openai);

  const first = await ada.run('create_chat_completion', asked);
  const second = await ada.run('create_chat_completion', asked);
  const response = await ada.run('create_response', asked);

  expect(first.output).toEqual(second.output);
  expect(first.output.text).toContain('Who draws the quay map?');
  expect(response.output).toMatchObject({ text: first.output.text, responseId: expect.stringMatching(/^resp_/) });
  const state = await fetch(`${ada.sandbox.url}/_sandbox/state/ada.marsh.demo@gmail.com?provider=openai`);
  await expect(state.json()).resolves.toMatchObject({ calls: 3, asked: [{}, {}, { question: asked.prompt }] });
});

test('an answer is cut where the person wants it short, and says so', async () => {
  await using ada = await SandboxAccount.start(openai);

  const chat = await ada.run('create_chat_completion', { ...asked, maxTokens: 3 });
  const response = await ada.run('create_response', { ...asked, prompt: 'x '.repeat(40), maxTokens: 16 });

  expect(chat.output).toMatchObject({ text: 'This is the', finishReason: 'length' });
  expect(response.output).toMatchObject({ finishReason: 'max_output_tokens' });
});

test('texts that share words lie closer together', async () => {
  await using ada = await SandboxAccount.start(openai);
  const texts = ['Draw the quay map', 'Sketch the quay map', 'Close the October budget'];

  const { output } = await ada.run('create_embeddings', { model: 'text-embedding-3-small', texts });
  const [quay, sketch, budget] = output.embeddings as number[][];
  const near = (one: number[], other: number[]) => one.reduce((sum, value, at) => sum + value * other[at]!, 0);

  expect(quay).toHaveLength(1_536);
  expect(near(quay!, sketch!)).toBeGreaterThan(near(quay!, budget!));
});

test.each([
  ['a model that is not there', { ...asked, model: 'gpt-0' }, 'not_found'],
  ['a model that makes embeddings only', { ...asked, model: 'text-embedding-3-small' }, 'not_found'],
])('%s is refused', async (_what, input, code) => {
  await using ada = await SandboxAccount.start(openai);

  await expect(ada.run('create_chat_completion', input)).rejects.toMatchObject({ code });
});

test('a key without credit lists models and is told of the credit when it asks', async () => {
  await using trial = await SandboxAccount.start(openai, { credential: 'sk-sandbox-used-up-0003' });

  expect((await trial.run('list_models', { search: 'GPT' })).output.models).toHaveLength(2);
  await expect(trial.run('create_chat_completion', asked)).rejects.toMatchObject({
    code: 'provider_rejected',
    message: expect.stringContaining('no credit left'),
  });
});

test('a server that does not stream is understood as well', async () => {
  const provider = { ...openai, api: { baseUrl: 'https://llm.acme.test/v1', hosts: ['https://llm.acme.test'] } };
  const whole = { model: 'm', choices: [{ message: { content: 'Yes.' }, finish_reason: 'stop' }] };
  const fake = FakeHttp.inTurn(
    { json: whole },
    { json: { object: 'response', id: 'r', model: 'm', status: 'completed', output: [] } },
  );
  const http = fake.for(provider, 'read');

  await expect(createChatCompletion.run({ http } as never, asked)).resolves.toEqual({
    text: 'Yes.',
    model: 'm',
    finishReason: 'stop',
  });
  await expect(createResponse.run({ http } as never, asked)).resolves.toEqual({
    responseId: 'r',
    text: '',
    model: 'm',
  });
});
