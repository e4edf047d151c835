import { PassThrough, type Readable } from 'node:stream';
import type { callerChanged, CallerClaims, HubEvent, MemberId, PayloadOf } from '@switchboard/contracts';
import { Ids } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { concerns } from '../sign-in/callers.service.ts';

const heartbeatMs = 15_000;
/** A reader that falls this far behind is cut; it connects again and reads the present state. */
const maxBacklogBytes = 64 * 1024;
/** Of one person, with all tabs and programs; the oldest makes room. */
const mostStreams = 50;

interface Listener {
  readonly claims: CallerClaims;
  readonly stream: PassThrough;
}

/** The open event streams of this replica, by member. */
@Injectable()
export class LiveEvents {
  private readonly listeners = new Map<MemberId, Set<Listener>>();

  constructor(private readonly ids: Ids) {}

  /** @param stillSignedIn asked at every heartbeat; the stream ends once it says no. */
  open(claims: CallerClaims, signal: AbortSignal, stillSignedIn: () => Promise<boolean>): Readable {
    const stream = new PassThrough();
    const listener: Listener = { claims, stream };
    const own = this.listeners.get(claims.memberId) ?? new Set();
    const [oldest] = own;
    if (own.size >= mostStreams) oldest?.stream.end();
    this.listeners.set(claims.memberId, own.add(listener));
    const timer = setInterval(() => void this.beat(stream, stillSignedIn), heartbeatMs).unref();
    stream.once('close', () => {
      clearInterval(timer);
      own.delete(listener);
      if (own.size === 0 && this.listeners.get(claims.memberId) === own) this.listeners.delete(claims.memberId);
    });
    signal.addEventListener('abort', () => stream.destroy(), { once: true });
    stream.write('retry: 2000\n: ready\n\n');
    return stream;
  }

  /** A key limited to one connection hears only what names that one. */
  tell(memberId: MemberId, type: HubEvent['type'], data: HubEvent['data']): void {
    const id = this.ids.uuid();
    const event: HubEvent = { id, type, data };
    const frame = `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(event)}\n\n`;
    for (const { claims, stream } of this.listeners.get(memberId) ?? [])
      if (claims.connectionId === undefined || claims.connectionId === data['connectionId']) write(stream, frame);
  }

  /** Ends the streams of a session, key or member that ended. */
  dropCaller(change: PayloadOf<typeof callerChanged>): void {
    for (const { claims, stream } of this.all()) if (concerns(change, claims)) stream.end();
  }

  /** Ends all of them, for a shutdown; clients connect again elsewhere. */
  close(): void {
    for (const { stream } of this.all()) stream.end();
  }

  private all(): Listener[] {
    return [...this.listeners.values()].flatMap((own) => [...own]);
  }

  private async beat(stream: PassThrough, stillSignedIn: () => Promise<boolean>): Promise<void> {
    if (await stillSignedIn()) write(stream, ': beat\n\n');
    else stream.end();
  }
}

function write(stream: PassThrough, frame: string): void {
  if (stream.writableLength + stream.readableLength > maxBacklogBytes) stream.destroy();
  else stream.write(frame);
}
