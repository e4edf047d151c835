import { Readable } from 'node:stream';
import {
  answerMessage,
  createThread,
  deleteThread,
  deleteThreadRoute,
  getThread,
  getThreadRoute,
  getThreads,
  listThreads,
  postThread,
  postThreadMessage,
} from '@switchboard/contracts';
import { Bus, type Caller, Streams } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput, Streamed } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { finalMessage } from './final-message.ts';

/** Conversations with the assistant. */
@Controller()
export class ThreadsController {
  constructor(
    private readonly bus: Bus,
    private readonly streams: Streams,
  ) {}

  @HandleRoute(getThreads)
  list({ query }: RouteInput<typeof getThreads>, caller: Caller) {
    return this.bus.request(listThreads, query, caller);
  }

  @HandleRoute(postThread)
  create({ body }: RouteInput<typeof postThread>, caller: Caller) {
    return this.bus.request(createThread, body, caller);
  }

  @HandleRoute(getThreadRoute)
  read({ params }: RouteInput<typeof getThreadRoute>, caller: Caller) {
    return this.bus.request(getThread, params, caller);
  }

  @HandleRoute(deleteThreadRoute)
  remove({ params }: RouteInput<typeof deleteThreadRoute>, caller: Caller) {
    return this.bus.request(deleteThread, params, caller);
  }

  /** Server-sent events where `Accept` asks for them, else the finished message as JSON. */
  @HandleRoute(postThreadMessage)
  async say({ params, body }: RouteInput<typeof postThreadMessage>, caller: Caller, { request }: Http) {
    const headers = { 'content-type': 'application/json' };
    const sent = { parameters: params, headers, body: Readable.from([Buffer.from(JSON.stringify(body))]) };
    const answer = await this.streams.open(answerMessage, sent, caller);
    const live = request.headers.accept?.includes('text/event-stream') === true;
    if (!live) return finalMessage(answer.body ?? Readable.from([]));
    return new Streamed(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }, answer.body);
  }
}
