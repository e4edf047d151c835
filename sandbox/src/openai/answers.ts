import { piecesOf, say, tokensOf, type Turn } from './say.ts';

/** One question as the stand-in heard it, with its answer. */
export interface Asked {
  readonly id: string;
  readonly at: string;
  readonly model: string;
  readonly question: string;
  readonly answer: string;
  readonly tokens: number;
}

export interface Answer extends Asked {
  readonly finish: 'stop' | 'length';
  readonly promptTokens: number;
  readonly created: number;
}

export function answerTo(
  turns: readonly Turn[],
  mostTokens: number | undefined,
  model: string,
  id: string,
  now: number,
): Answer {
  const { text, cut } = say(turns, mostTokens ?? Number.POSITIVE_INFINITY);
  const promptTokens = turns.reduce((sum, turn) => sum + tokensOf(turn.text), 0);
  const question = turns.findLast(({ role }) => role === 'user')?.text ?? '';
  const created = Math.floor(now / 1_000);
  const at = new Date(now).toISOString();
  const tokens = promptTokens + tokensOf(text);
  return { id, at, model, question, answer: text, tokens, finish: cut ? 'length' : 'stop', promptTokens, created };
}

const usageOf = ({ promptTokens, tokens }: Answer) => ({
  prompt_tokens: promptTokens,
  completion_tokens: tokens - promptTokens,
  total_tokens: tokens,
});

/** A chat completion as it is answered whole. */
export const completionOf = (answer: Answer) => ({
  id: `chatcmpl-${answer.id}`,
  object: 'chat.completion',
  created: answer.created,
  model: answer.model,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: answer.answer, refusal: null, annotations: [] },
      logprobs: null,
      finish_reason: answer.finish,
    },
  ],
  usage: usageOf(answer),
});

/** The same in pieces, as server-sent events. */
export function chunksOf(answer: Answer, withUsage: boolean): string {
  const base = {
    id: `chatcmpl-${answer.id}`,
    object: 'chat.completion.chunk',
    created: answer.created,
    model: answer.model,
  };
  const chunk = (delta: object, finish: string | null) => ({
    ...base,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const pieces = piecesOf(answer.answer).map((content) => chunk({ content }, null));
  const chunks: object[] = [chunk({ role: 'assistant', content: '' }, null), ...pieces, chunk({}, answer.finish)];
  if (withUsage) chunks.push({ ...base, choices: [], usage: usageOf(answer) });
  return `${chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')}data: [DONE]\n\n`;
}

/** A response as it is answered whole. */
export const responseOf = (
  answer: Answer,
  asked: Readonly<Record<string, unknown>>,
  status: 'completed' | 'in_progress' = 'completed',
) => ({
  id: `resp_${answer.id}`,
  object: 'response',
  created_at: answer.created,
  status: status === 'completed' && answer.finish === 'length' ? 'incomplete' : status,
  error: null,
  incomplete_details: status === 'completed' && answer.finish === 'length' ? { reason: 'max_output_tokens' } : null,
  instructions: asked['instructions'] ?? null,
  max_output_tokens: asked['max_output_tokens'] ?? null,
  metadata: {},
  model: answer.model,
  output: status === 'completed' ? [messageOf(answer)] : [],
  parallel_tool_calls: true,
  temperature: asked['temperature'] ?? 1,
  tool_choice: 'auto',
  tools: [],
  top_p: 1,
  ...(status === 'completed' && {
    usage: {
      input_tokens: answer.promptTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: answer.tokens - answer.promptTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: answer.tokens,
    },
  }),
});

const messageOf = (answer: Answer) => ({
  id: `msg_${answer.id}`,
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_text', text: answer.answer, annotations: [], logprobs: [] }],
});

/** The events of a response. */
export function eventsOf(answer: Answer, asked: Readonly<Record<string, unknown>>): string {
  const place = { item_id: `msg_${answer.id}`, output_index: 0, content_index: 0 };
  const whole = responseOf(answer, asked);
  const events: { readonly type: string }[] = [
    { type: 'response.created', ...{ response: responseOf(answer, asked, 'in_progress') } },
    ...piecesOf(answer.answer).map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })),
    { type: `response.${whole.status}`, ...{ response: whole } },
  ];
  return events
    .map((event, at) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: at })}\n\n`)
    .join('');
}
