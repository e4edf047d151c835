import { createHash } from 'node:crypto';

/** One row as the database prints it for hashing; the form is that of `audit.append`. */
export interface ChainRow {
  readonly hub: string;
  readonly sequence: string;
  /** UTC with microseconds: `2026-11-21T07:00:00.000000`. */
  readonly moment: string;
  readonly service: string;
  readonly event: string;
  readonly member: string | null;
  readonly actor: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly details: string;
  readonly trace: string | null;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

const field = (value: string | null): string => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`);

/** The hash a row must have after the one before it. */
export function rowHash(previous: Uint8Array, row: Omit<ChainRow, 'previous_hash' | 'hash'>): Buffer {
  const { hub, sequence, moment, service, event, member, actor, subject, outcome, details, trace } = row;
  const fields = [hub, sequence, moment, service, event, member, actor, subject, outcome, details, trace];
  return createHash('sha256').update(previous).update(fields.map(field).join('')).digest();
}

/** Follows one hub's chain row by row. */
export class ChainCheck {
  rows = 0;
  problem: string | undefined;
  readonly hashes = new Map<number, string>();
  private last: Buffer = Buffer.alloc(0);

  /** @param wanted sequences whose hashes are kept, to hold checkpoints against. */
  constructor(private readonly wanted: ReadonlySet<number>) {}

  add(row: ChainRow): void {
    if (this.problem) return;
    const expected = this.rows + 1;
    const sequence = Number(row.sequence);
    if (sequence !== expected) this.problem = `Row ${expected} is missing or out of order.`;
    else if (!row.previous_hash.equals(this.last)) this.problem = `Row ${sequence} does not follow the one before it.`;
    else if (!rowHash(this.last, row).equals(row.hash)) this.problem = `Row ${sequence} was changed.`;
    this.rows = sequence;
    this.last = row.hash;
    if (this.wanted.has(sequence)) this.hashes.set(sequence, row.hash.toString('hex'));
  }

  /** Rows written since `head` was read are no fault; `head`'s own row must be among `wanted`. */
  end(head: { sequence: number; hash: string } | undefined): void {
    if (this.problem || !head) return;
    const { sequence, hash } = head;
    if (sequence > this.rows) this.problem = `The chain ends at row ${this.rows}, but row ${sequence} was written.`;
    else if (sequence > 0 && this.hashes.get(sequence) !== hash) this.problem = `The last row was changed.`;
  }
}
