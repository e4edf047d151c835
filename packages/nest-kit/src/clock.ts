import { randomFillSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { v7 } from 'uuid';

/** The time, injected. Leases and expiries of rows use the database's clock instead. */
export abstract class Clock {
  abstract now(): Date;
  /** Milliseconds that only grow; for durations and deadlines. */
  abstract monotonicMs(): number;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }

  override monotonicMs(): number {
    return performance.now();
  }
}

/** New identifiers, injected. */
export abstract class Ids {
  /** UUID version 7 (RFC 9562). */
  abstract uuid(): string;
  /** 128 random bits in hex, as W3C trace ids are. */
  abstract traceId(): string;
}

const traceBytes = 16;

export class SystemIds extends Ids {
  /** Random bytes ahead: asking the system for sixteen costs as much as asking for four thousand. */
  private readonly ahead = Buffer.alloc(4_096);
  private used = this.ahead.length;

  override uuid(): string {
    return v7();
  }

  override traceId(): string {
    if (this.used === this.ahead.length) {
      randomFillSync(this.ahead);
      this.used = 0;
    }
    this.used += traceBytes;
    return this.ahead.toString('hex', this.used - traceBytes, this.used);
  }
}
