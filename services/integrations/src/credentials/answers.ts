import { HubError } from '@switchboard/contracts';
import type { EgressAnswer, EgressStreamAnswer } from '@switchboard/egress';
import { type HttpAnswer, NoAnswer } from '@switchboard/provider-kit';
import { Readable } from 'node:stream';
import { ReadableStream as WebStream } from 'node:stream/web';

type Hide = (text: string) => string;

/** Most bytes of a file's answer that are read at once, as a refusal's words are. */
const heldBytes = 10 * 1_024 * 1_024;

/** An answer that is in memory; its text and headers hold no credential. */
export function heldAnswer(answer: EgressAnswer, hide: Hide): HttpAnswer {
  const bytes = answer.bytes();
  return {
    status: answer.status,
    headers: headersOf(answer.headers, hide),
    text: async () => hide(answer.text()),
    bytes: async () => bytes,
    stream: () => Readable.toWeb(Readable.from([bytes])) as ReadableStream<Uint8Array>,
  };
}

/** An answer that is read as it arrives, once. */
export function flowingAnswer({ status, headers, body }: EgressStreamAnswer, hide: Hide): HttpAnswer {
  let reading: Promise<Buffer> | undefined;
  const bytes = (): Promise<Buffer> => (reading ??= readWhole(body));
  return {
    status,
    headers: headersOf(headers, hide),
    text: async () => hide((await bytes()).toString('utf8')),
    bytes,
    stream: () => WebStream.from(toTheEnd(body)) as ReadableStream<Uint8Array>,
  };
}

/** @throws HubError `provider_unavailable` where the provider stops half-way or falls silent. */
async function* toTheEnd(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body as AsyncIterable<Buffer>;
  } catch (cause) {
    const message = 'The provider stopped half-way. Nothing of it was kept; try again.';
    throw new HubError('provider_unavailable', message, {}, { cause });
  }
}

async function readWhole(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > heldBytes) throw new NoAnswer('The provider answers too much.', { mayHaveArrived: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const headersOf = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  hide: Hide,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      hide(Array.isArray(value) ? value.join(', ') : (value ?? '')),
    ]),
  );
