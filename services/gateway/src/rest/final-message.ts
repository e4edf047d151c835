import type { Readable } from 'node:stream';
import { AnswerEvent, ErrorCode, HubError, type ThreadMessage } from '@switchboard/contracts';

const maxBytes = 8 * 1024 * 1024;

/** Reads an answer's stream to its end. @returns the finished message. @throws HubError as the stream's `error` event says. */
export async function finalMessage(stream: Readable): Promise<ThreadMessage> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > maxBytes) throw new HubError('payload_too_large', 'The answer is too large to be given at once.');
  }
  const last = text
    .split(/\r?\n\r?\n/)
    .map(readEvent)
    .findLast((event) => event?.event === 'done' || event?.event === 'error');
  if (last?.event === 'done') return last.data;
  if (last?.event !== 'error') throw new HubError('service_unavailable', 'The answer broke off. Ask again.');
  const code = ErrorCode.safeParse(last.data.code);
  throw new HubError(code.success ? code.data : 'internal', last.data.message);
}

function readEvent(frame: string): AnswerEvent | undefined {
  const lines = frame.split(/\r?\n/);
  const valueOf = (field: string): string =>
    lines
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).replace(/^ /, ''))
      .join('\n');
  const event = valueOf('event');
  return event === '' ? undefined : AnswerEvent.parse({ event, data: JSON.parse(valueOf('data')) });
}
