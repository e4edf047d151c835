import { AnswerEvent, type BodyInput, postThreadMessage, type ThreadId } from '@switchboard/contracts';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { newKey } from './ids.ts';
import { send } from './send.ts';

/** Says something in a thread and answers the events of the assistant's reply as they come. */
export async function* streamAnswer(
  threadId: ThreadId,
  body: BodyInput<typeof postThreadMessage>,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const response = await send(postThreadMessage, {
    params: { threadId },
    body,
    signal,
    key: newKey(),
    accept: 'text/event-stream',
  });
  if (!response.body) return;
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const event of readAll(events)) {
    const parsed = AnswerEvent.safeParse({ event: event.event, data: parseJson(event.data) });
    if (parsed.success) yield parsed.data;
  }
}

/** Safari has no async iteration of streams. */
async function* readAll<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
