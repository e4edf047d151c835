import { PassThrough, type Readable } from 'node:stream';
import { answerMessage, type AnswerEvent, HubError, MessageBody, type MessagePart } from '@switchboard/contracts';
import { type Caller, LOG, type Log, parseInput, StreamHost, toWireError } from '@switchboard/nest-kit';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ThreadEntity } from './thread.entity.ts';
import { ThreadsService } from './threads.service.ts';
import { TurnsService } from './turns.service.ts';

const largestBytes = 256 * 1024;

/** Answers one message as server-sent events; what was said is kept before the answer begins. */
@Injectable()
export class AnswerStreams implements OnModuleInit {
  /** Threads with a turn under way: the next message waits for it. */
  private readonly busy = new Map<string, Promise<unknown>>();

  constructor(
    private readonly host: StreamHost,
    private readonly threads: ThreadsService,
    private readonly turns: TurnsService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.host.handle(answerMessage, async ({ parameters: { threadId }, body }, caller) => {
      const said = parseInput(MessageBody, await readJson(body));
      await this.threads.find(threadId, caller);
      const out = new PassThrough();
      const earlier = this.busy.get(threadId) ?? Promise.resolve();
      const turn = earlier.then(() => this.answer(threadId, said, caller, out));
      this.busy.set(threadId, turn);
      void turn.finally(() => (this.busy.get(threadId) === turn ? this.busy.delete(threadId) : undefined));
      return { status: 200, headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }, body: out };
    });
  }

  private async answer(
    threadId: ThreadEntity['id'],
    said: MessageBody,
    caller: Caller,
    out: PassThrough,
  ): Promise<void> {
    const send = ({ event, data }: AnswerEvent): void => {
      if (!out.destroyed) out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    try {
      const thread = await this.threads.find(threadId as never, caller);
      if (!said.resume)
        send({
          event: 'message',
          data: await this.threads.add(thread, 'person', [{ kind: 'text', text: said.text }], caller),
        });
      const parts: MessagePart[] = [];
      const say = (part: MessagePart): void => {
        parts.push(part);
        send({ event: 'part', data: part });
      };
      const state = await this.turns.take({ ...said, threadId: threadId as never }, thread.state, caller, say);
      send({ event: 'done', data: await this.threads.add(thread, 'assistant', parts, caller, state) });
    } catch (error) {
      if (!(error instanceof HubError))
        this.log.error({ err: error, traceId: caller.traceId }, 'a message was not answered');
      const { code, message } = toWireError(error);
      send({ event: 'error', data: { code, message } });
    } finally {
      out.end();
    }
  }
}

async function readJson(body: Readable | undefined): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > largestBytes) throw new HubError('input_invalid', 'That message is too long.');
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    throw new HubError('input_invalid', 'That is no JSON.');
  }
}
