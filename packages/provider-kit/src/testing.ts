import { createHttp, type HttpOptions } from './create-http.ts';
import type { Http, HttpAnswer } from './http.ts';
import type { OutboundRequest, Send } from './send.ts';

/** A request that a {@link FakeHttp} saw, its body read to the end. */
export interface SeenRequest extends Omit<OutboundRequest, 'body'> {
  readonly text: string;
  /** The body where it is JSON, else undefined. */
  readonly json: unknown;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
}
export type Script = (request: SeenRequest) => ScriptedAnswer | Error | undefined;

/** A way out that leads nowhere: records each request and answers from a script. */
export class FakeHttp {
  readonly seen: SeenRequest[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  /** Answers in turn, one for each request; more requests than answers fail. */
  static inTurn(...answers: (ScriptedAnswer | Error)[]): FakeHttp {
    return new FakeHttp(() => answers.shift());
  }

  readonly send: Send = async (request) => {
    const text = await readAll(request.body);
    const seen: SeenRequest = { ...request, text, json: parsed(text) };
    this.seen.push(seen);
    const answer = this.#script(seen);
    if (answer instanceof Error) throw answer;
    if (!answer) throw new Error(`No answer is scripted for ${request.method} ${request.url.href}`);
    return answerOf(answer);
  };

  /** @returns the `http` of an action of this provider. */
  for(
    provider: HttpOptions['provider'],
    effect: HttpOptions['effect'] = 'write',
    settings: HttpOptions['settings'] = {},
  ): Http {
    return createHttp({ provider, effect, settings, send: this.send });
  }
}

/** @returns an answer as `send` resolves it. */
export function answerOf({ status = 200, headers = {}, json, body }: ScriptedAnswer): HttpAnswer {
  const bytes = new Uint8Array(Buffer.from(json === undefined ? (body ?? '') : JSON.stringify(json)));
  return {
    status,
    headers: { ...(json === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' }), ...headers },
    text: () => Promise.resolve(Buffer.from(bytes).toString('utf8')),
    bytes: () => Promise.resolve(bytes),
    stream: () => new Blob([bytes]).stream(),
  };
}

async function readAll(body: OutboundRequest['body']): Promise<string> {
  if (body === undefined) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
