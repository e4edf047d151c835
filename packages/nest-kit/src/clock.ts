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

const bytesOfId = 16;
/** The counter of a version 7 id has 32 bits; it begins in the lower half. */
const mostSeq = 0x7fffffff;

export class SystemIds extends Ids {
  /** Random bytes ahead: asking the system for sixteen costs as much as asking for four thousand. */
  private readonly ahead = Buffer.alloc(4_096);
  private used = this.ahead.length;

  private last = { msecs: 0, seq: 0 };

  /** Those of one millisecond count up, so that ids of this process sort as they were made (RFC 9562 §6.2). */
  override uuid(): string {
    const random = this.random();
    const msecs = Date.now();
    const { last } = this;
    if (msecs > last.msecs) this.last = { msecs, seq: random.readUInt32BE(6) >>> 1 };
    else this.last = { msecs: last.seq === mostSeq ? last.msecs + 1 : last.msecs, seq: (last.seq + 1) & mostSeq };
    return v7({ random, ...this.last });
  }

  override traceId(): string {
    return this.random().toString('hex');
  }

  /** Sixteen bytes that nobody had before; they may be written to until the next are asked for. */
  private random(): Buffer {
    if (this.used === this.ahead.length) {
      randomFillSync(this.ahead);
      this.used = 0;
    }
    this.used += bytesOfId;
    return this.ahead.subarray(this.used - bytesOfId, this.used);
  }
}
