import { methodsFor } from '../kit/api.ts';
import { Refusal } from '../kit/refusal.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { dimensionsOf, type KeyHolder, models } from './accounts.ts';
import { type Answer, answerTo, type Asked, chunksOf, completionOf, eventsOf, responseOf } from './answers.ts';
import { tokensOf, type Turn, vectorOf } from './say.ts';
import { chatBody, embeddingBody, responseBody } from './schemas.ts';

/** What one key was used for. */
export interface Usage {
  asked: Asked[];
  calls: number;
}

export function methodsOf(kit: SandboxKit, usageOf: (holder: KeyHolder) => Usage) {
  const define = methodsFor<KeyHolder>();
  const charge = (holder: KeyHolder): Usage => {
    if (!holder.credit) throw usedUp();
    const usage = usageOf(holder);
    usage.calls += 1;
    kit.store.changed();
    return usage;
  };
  const answer = (holder: KeyHolder, name: string, turns: readonly Turn[], most: number | undefined): Answer => {
    const model = modelBy(name);
    if (!model.answers) throw new Refusal('invalid', 'This is not a chat model.', { field: 'model', status: 404 });
    const usage = charge(holder);
    const id = `${String(usage.calls).padStart(6, '0')}${holder.key.slice(-4)}`;
    const found = answerTo(turns, most, model.id, id, kit.clock());
    const { at, question, answer: text, tokens } = found;
    usage.asked = [{ id, at, model: model.id, question, answer: text, tokens }, ...usage.asked].slice(0, 100);
    return found;
  };

  return [
    define({
      id: 'listModels',
      http: 'GET',
      path: '/models',
      scopes: [],
      run: () => ({ object: 'list', data: models.map(viewOf) }),
    }),
    define({
      id: 'retrieveModel',
      http: 'GET',
      path: '/models/{model}',
      scopes: [],
      run: ({ params }) => viewOf(modelBy(params['model']!)),
    }),
    define({
      id: 'createChatCompletion',
      http: 'POST',
      path: '/chat/completions',
      scopes: [],
      body: chatBody,
      run({ account, body }) {
        const turns = body.messages.map(({ role, content }) => ({ role, text: textOf(content) }));
        const found = answer(account, body.model, turns, body.max_completion_tokens ?? body.max_tokens);
        if (body.stream !== true) return completionOf(found);
        return Reply.bytes(chunksOf(found, body.stream_options?.include_usage === true), eventStream);
      },
    }),
    define({
      id: 'createResponse',
      http: 'POST',
      path: '/responses',
      scopes: [],
      body: responseBody,
      run({ account, body }) {
        const { input, instructions } = body;
        const rules = instructions === undefined ? [] : [{ role: 'system', text: instructions }];
        const said =
          typeof input === 'string'
            ? [{ role: 'user', text: input }]
            : input.map(({ role, content }) => ({ role, text: content }));
        const found = answer(account, body.model, [...rules, ...said], body.max_output_tokens);
        return body.stream === true ? Reply.bytes(eventsOf(found, body), eventStream) : responseOf(found, body);
      },
    }),
    define({
      id: 'createEmbedding',
      http: 'POST',
      path: '/embeddings',
      scopes: [],
      body: embeddingBody,
      run({ account, body }) {
        const { id, answers } = modelBy(body.model);
        if (answers) throw new Refusal('forbidden', 'This model makes no embeddings.', { field: 'model', status: 403 });
        charge(account);
        const texts = typeof body.input === 'string' ? [body.input] : body.input;
        const length = Math.min(body.dimensions ?? dimensionsOf(id), dimensionsOf(id));
        const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text, length) }));
        const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
        return { object: 'list', model: id, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
      },
    }),
  ];
}

const eventStream = 'text/event-stream; charset=utf-8';

const viewOf = ({ id, created, owned_by }: (typeof models)[number]) => ({ id, object: 'model', created, owned_by });

function modelBy(name: string): (typeof models)[number] {
  const found = models.find(({ id }) => id === name);
  if (found) return found;
  const message = `The model \`${name.slice(0, 100)}\` does not exist or you do not have access to it.`;
  throw new Refusal('not_found', message, { code: 'model_not_found', field: 'model' });
}

const textOf = (content: string | readonly { text: string }[]): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('\n');

function usedUp(): Refusal {
  const message = 'You exceeded your current quota, please check your plan and billing details.';
  return new Refusal('invalid', message, {
    status: 429,
    code: 'insufficient_quota',
    data: { type: 'insufficient_quota' },
  });
}
