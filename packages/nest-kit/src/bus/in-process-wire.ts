import { type Wire, WireTimeout, WireUnavailable } from './wire.ts';

type Answer = (payload: Uint8Array) => Promise<Uint8Array>;
type Listener = (payload: Uint8Array) => void;

/** The bus of one process. Every service takes a {@link wire} of its own on it; what passes is copied bytes, as on NATS. */
export class InProcessBus {
  private readonly groups = new Map<string, Map<string, Answer[]>>();
  private readonly listeners = new Map<string, Set<Listener>>();

  wire(): Wire {
    return new InProcessWire(this.groups, this.listeners);
  }
}

class InProcessWire implements Wire {
  connected = true;
  private running = 0;
  private idle: (() => void) | undefined;
  private readonly own: (() => void)[] = [];

  constructor(
    private readonly groups: Map<string, Map<string, Answer[]>>,
    private readonly listeners: Map<string, Set<Listener>>,
  ) {}

  async request(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    const answers = [...(this.groups.get(subject)?.values() ?? [])][0];
    const answer = answers?.shift();
    if (!this.connected || !answers || !answer) throw new WireUnavailable(`nobody answers ${subject}`);
    answers.push(answer);
    const late = Promise.withResolvers<Uint8Array>();
    const timer = setTimeout(() => late.reject(new WireTimeout(subject)), timeoutMs);
    try {
      return await Promise.race([answer(Uint8Array.from(payload)), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  publish(subject: string, payload: Uint8Array): void {
    for (const listener of this.listeners.get(subject) ?? []) queueMicrotask(() => listener(Uint8Array.from(payload)));
  }

  serve(subject: string, group: string, handler: Answer): void {
    const counted: Answer = async (payload) => {
      this.running += 1;
      try {
        return await handler(payload);
      } finally {
        this.running -= 1;
        if (this.running === 0) this.idle?.();
      }
    };
    const groups = this.groups.get(subject) ?? new Map<string, Answer[]>();
    this.groups.set(subject, groups);
    groups.set(group, [...(groups.get(group) ?? []), counted]);
    this.own.push(() => {
      const left = (groups.get(group) ?? []).filter((one) => one !== counted);
      if (left.length > 0) groups.set(group, left);
      else groups.delete(group);
    });
  }

  subscribe(subject: string, handler: Listener): void {
    const listeners = this.listeners.get(subject) ?? new Set();
    this.listeners.set(subject, listeners.add(handler));
    this.own.push(() => listeners.delete(handler));
  }

  async close(): Promise<void> {
    this.connected = false;
    for (const leave of this.own.splice(0)) leave();
    if (this.running > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }
}
