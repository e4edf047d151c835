import { connect, errors, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { BusSeal, sealBytes } from './bus-seal.ts';
import { encodeError, toWireError } from './envelope.ts';
import { type Wire, WireTimeout, WireUnavailable } from './wire.ts';

export interface NatsWireOptions {
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** The service's name: its connection and its inbox carry it. */
  readonly name: string;
  /** What all services of the hub share; with it nothing passes the bus unsealed. */
  readonly secret?: string;
}

/** Connects to NATS and stays connected: it tries for ever, four times a second. */
export async function connectNats({ url, user, password, name, secret }: NatsWireOptions): Promise<Wire> {
  const connection = await connect({
    servers: url,
    user,
    pass: password,
    name,
    inboxPrefix: `_INBOX_${name}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    ignoreClusterUpdates: false,
    // A server that hangs is taken for gone after two seconds, not after minutes.
    pingInterval: 700,
    maxPingOut: 2,
  });
  return new NatsWire(connection, secret === undefined ? undefined : new BusSeal(secret));
}

class NatsWire implements Wire {
  private readonly subscriptions: Subscription[] = [];
  private running = 0;
  private idle: (() => void) | undefined;
  private up = true;
  private away = Promise.withResolvers<never>();

  constructor(
    private readonly connection: NatsConnection,
    private readonly sealing: BusSeal | undefined,
  ) {
    void this.watch();
    this.away.promise.catch(() => undefined);
  }

  get connected(): boolean {
    return this.up && !this.connection.isClosed();
  }

  async request(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    if (!this.connected) throw new WireUnavailable('the bus is away');
    try {
      const question = this.seal(`ask ${subject}`, payload);
      const asked = this.connection.request(subject, question, { timeout: Math.max(1, Math.ceil(timeoutMs)) });
      const { data } = await Promise.race([asked, this.away.promise]);
      return this.open(`answer ${subject}`, data);
    } catch (error) {
      if (error instanceof errors.TimeoutError) throw new WireTimeout(subject);
      throw new WireUnavailable(`nobody answers ${subject}`, { cause: error });
    }
  }

  publish(subject: string, payload: Uint8Array): void {
    if (this.connected) this.connection.publish(subject, this.seal(`tell ${subject}`, payload));
  }

  serve(subject: string, group: string, handler: (payload: Uint8Array) => Promise<Uint8Array>): void {
    this.subscriptions.push(
      this.connection.subscribe(subject, {
        queue: group,
        callback: (error, message) => {
          if (error) return;
          this.running += 1;
          void this.answer(subject, handler, message.data)
            .then((answer) => message.respond(answer))
            // Not sealed by a service, or the connection is closed by now: the asker's own time ends the wait.
            .catch(() => undefined)
            .finally(() => {
              this.running -= 1;
              if (this.running === 0) this.idle?.();
            });
        },
      }),
    );
  }

  subscribe(subject: string, handler: (payload: Uint8Array) => void): void {
    this.subscriptions.push(
      this.connection.subscribe(subject, {
        callback: (error, { data }) => {
          const told = error ? undefined : this.told(subject, data);
          if (told) handler(told);
        },
      }),
    );
  }

  async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    await Promise.all(this.subscriptions.map((one) => one.drain().catch(() => undefined)));
    if (this.running > 0) await new Promise<void>((resolve) => (this.idle = resolve));
    if (this.up) await this.connection.drain();
    else await this.connection.close();
  }

  private async answer(
    subject: string,
    handler: (payload: Uint8Array) => Promise<Uint8Array>,
    data: Uint8Array,
  ): Promise<Uint8Array> {
    const answer = await handler(this.open(`ask ${subject}`, data));
    return this.seal(`answer ${subject}`, this.fitting(answer));
  }

  /** What was told, unless no service said it. */
  private told(subject: string, data: Uint8Array): Uint8Array | undefined {
    try {
      return this.open(`tell ${subject}`, data);
    } catch {
      return undefined;
    }
  }

  private seal(context: string, plain: Uint8Array): Uint8Array {
    return this.sealing ? this.sealing.seal(context, plain) : plain;
  }

  private open(context: string, data: Uint8Array): Uint8Array {
    return this.sealing ? this.sealing.open(context, data) : data;
  }

  /** What NATS would refuse to carry becomes an error that it carries, instead of a wait for nothing. */
  private fitting(answer: Uint8Array): Uint8Array {
    const most = (this.connection.info?.max_payload ?? Number.POSITIVE_INFINITY) - sealBytes;
    return answer.length <= most ? answer : encodeError(toWireError(new Error('the answer is too large')));
  }

  private async watch(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type === 'disconnect' || status.type === 'staleConnection') this.leave();
      if (status.type === 'reconnect') this.up = true;
    }
  }

  /** Whoever waits for an answer is told at once that none will come. */
  private leave(): void {
    this.up = false;
    this.away.reject(new WireUnavailable('the bus went away'));
    this.away = Promise.withResolvers<never>();
    this.away.promise.catch(() => undefined);
  }
}
