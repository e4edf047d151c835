import type { LookupFunction } from 'node:net';
import { buildConnector, errors } from 'undici';
import { insideEgress } from './guard.ts';

interface ConnectorOptions {
  readonly connectMs: number;
  readonly lookup?: LookupFunction;
}

/** Opens the only outside sockets of the hub; the deadline covers name look-up, TCP and TLS, to the millisecond. */
export function createConnector({ connectMs, lookup }: ConnectorOptions): buildConnector.connector {
  const base = buildConnector({
    timeout: 0,
    allowH2: false,
    autoSelectFamilyAttemptTimeout: 1_000,
    ...(lookup && { lookup }),
  });
  return (options, done) => {
    let finished = false;
    const finish: typeof done = (...result) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      done(...result);
    };
    const timer = setTimeout(() => {
      const error = new errors.ConnectTimeoutError();
      finish(error, null);
      socket?.destroy(error);
    }, connectMs);
    const socket = insideEgress(() => base(options, finish)) as { destroy(error: Error): void } | undefined;
  };
}
