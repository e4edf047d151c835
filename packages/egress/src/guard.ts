import { Socket } from 'node:net';

let opening = false;

/** Marks sockets opened during `work`, which runs synchronously, as egress' own. */
export function insideEgress<T>(work: () => T): T {
  const before = opening;
  opening = true;
  try {
    return work();
  } finally {
    opening = before;
  }
}

/** An address beside egress that the process may connect to: its database, its bus, the services inside. */
export interface GuardRule {
  /** `*` for a bus whose client looks names up itself and connects to addresses. */
  readonly host: string;
  readonly port: number;
}

/**
 * Fails every socket that is opened neither by egress nor to a listed address (E-1). Local sockets without a port pass.
 * Gives back a function that takes the guard off.
 */
export function guardSockets(rules: readonly GuardRule[], onRefused: (target: string) => void = () => {}): () => void {
  const known = new Set(rules.map(({ host, port }) => `${host}:${port}`));
  const original = Socket.prototype.connect;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const target = targetOf(args);
    const allowed = target === undefined || known.has(target) || known.has(`*:${target.split(':').at(-1)}`);
    if (allowed || opening) return Reflect.apply(original, this, args) as Socket;
    onRefused(target);
    return this.destroy(new Error(`A connection to ${target} was opened outside egress.`));
  } as typeof original;
  return () => {
    Socket.prototype.connect = original;
  };
}

/** net.connect hands on its arguments as one array of options and callback. */
function targetOf(args: unknown[]): string | undefined {
  const [first, second] = (Array.isArray(args[0]) ? args[0] : args) as [unknown, unknown];
  if (typeof first === 'number') return `${typeof second === 'string' ? second : 'localhost'}:${first}`;
  const options = first as { port?: number | string; host?: string } | null;
  if (typeof options !== 'object' || options?.port === undefined) return undefined;
  return `${options.host ?? 'localhost'}:${options.port}`;
}
