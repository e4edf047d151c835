import { HubError } from '@switchboard/contracts';
import type { HttpAnswer } from '@switchboard/provider-kit';
import { z } from 'zod';

const longestCharacters = 4 * 1_024 * 1_024;
const Failed = z.object({ error: z.object({ message: z.string() }) });

/**
 * The values of a stream of server-sent events, or the one value of an answer that came whole: some servers do not stream.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream (read 2026-11-21)
 * @throws HubError `provider_rejected` where the server breaks off with an error of its own.
 */
export async function* eventsOf(answer: HttpAnswer): AsyncGenerator<unknown> {
  if (/\bjson\b/.test(answer.headers['content-type'] ?? '')) return void (yield parsed(await answer.text()));
  let data: string[] = [];
  for await (const line of linesOf(answer.stream())) {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (line === '') {
      const text = data.join('\n');
      data = [];
      if (text === '[DONE]') return;
      if (text !== '') yield checked(parsed(text));
    } else if (name === 'data') data.push(value);
  }
  if (data.length > 0 && data.join('') !== '[DONE]') yield checked(parsed(data.join('\n')));
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let left = '';
  let size = 0;
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true });
    size += text.length;
    if (size > longestCharacters) throw unreadable('the answer is too long');
    const lines = (left + text).split(/\r\n|\n|\r(?!$)/);
    left = lines.pop() ?? '';
    yield* lines;
  }
  if (left + decoder.decode() !== '') yield left + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable('an event is no JSON');
  }
}

function checked(value: unknown): unknown {
  const failed = Failed.safeParse(value);
  if (!failed.success) return value;
  const reason = failed.data.error.message.replaceAll(/\s+/g, ' ').slice(0, 200);
  throw new HubError('provider_rejected', `The service broke off: ${reason}`, { reason });
}

export const unreadable = (reason: string): HubError =>
  new HubError('provider_unavailable', 'The service answered in a form the hub does not know.', { reason });
