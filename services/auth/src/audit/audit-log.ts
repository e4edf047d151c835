import type { KeyObject } from 'node:crypto';
import type { Database } from '@switchboard/nest-kit';
import { ChainCheck, type ChainRow } from './chain.ts';
import { type Checkpoint, CheckpointFile, isSignedBy, signCheckpoint } from './checkpoint.ts';

export interface AuditVerdict {
  readonly intact: boolean;
  readonly rows: number;
  readonly checkpoints: number;
  readonly problem?: string;
}

const batch = 2_000;

const rowsSql = `SELECT hub_id::text AS hub, sequence::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS moment,
    service, event, member_id::text AS member, actor, subject, outcome, details::text AS details, trace_id AS trace,
    previous_hash, hash
  FROM audit.entry AS entry WHERE hub_id = $1 AND entry.sequence > $2 ORDER BY entry.sequence LIMIT ${batch}`;

/** The hub's audit chain as a whole: its checkpoints, and whether it is still what was written (L-1). */
export class AuditLog {
  private readonly file: CheckpointFile;

  constructor(
    private readonly database: Database,
    private readonly key: KeyObject,
    path: string,
  ) {
    this.file = new CheckpointFile(path);
  }

  /** Signs where every chain stands now, into the database and into the file. */
  async checkpoint(now: Date): Promise<void> {
    const heads = await this.heads();
    for (const { hubId, sequence, hash } of heads) {
      const [last] = (await this.query(
        'SELECT sequence FROM audit.checkpoint WHERE hub_id = $1 ORDER BY sequence DESC LIMIT 1',
        [hubId],
      )) as { sequence: string }[];
      if (Number(last?.sequence ?? 0) >= sequence) continue;
      const checkpoint = signCheckpoint(this.key, { hubId, sequence, hash, at: now.toISOString() });
      await this.query(
        `INSERT INTO audit.checkpoint (hub_id, sequence, hash, at, signature) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT DO NOTHING`,
        [hubId, sequence, Buffer.from(hash, 'hex'), checkpoint.at, Buffer.from(checkpoint.signature, 'base64')],
      );
      await this.file.append(checkpoint);
    }
  }

  /** Recomputes every row and holds both sinks of checkpoints against them. */
  async verify(): Promise<AuditVerdict> {
    const checkpoints = await this.checkpoints();
    const forged = checkpoints.find((one) => !isSignedBy(this.key, one));
    const heads = await this.heads();
    const hubs = new Set([...heads.map(({ hubId }) => hubId), ...checkpoints.map(({ hubId }) => hubId)]);
    let rows = 0;
    let problem = forged && `The checkpoint of row ${forged.sequence} was not signed by this hub.`;
    for (const hubId of hubs) {
      const own = checkpoints.filter((one) => one.hubId === hubId);
      const head = heads.find((one) => one.hubId === hubId);
      const wanted = [...own, ...(head ? [head] : [])].map(({ sequence }) => sequence);
      const check = await this.follow(hubId, new Set(wanted));
      check.end(head);
      rows += check.rows;
      problem ??= check.problem;
      const bad = own.find(({ sequence, hash }) => check.hashes.get(sequence) !== hash);
      problem ??= bad && `The checkpoint of row ${bad.sequence} does not fit: rows were cut off or changed.`;
    }
    return { intact: !problem, rows, checkpoints: checkpoints.length, ...(problem && { problem }) };
  }

  private async follow(hubId: string, wanted: ReadonlySet<number>): Promise<ChainCheck> {
    const check = new ChainCheck(wanted);
    for (let after = 0; ;) {
      const rows = (await this.query(rowsSql, [hubId, after])) as ChainRow[];
      for (const row of rows) check.add(row);
      if (rows.length < batch || check.problem) return check;
      after = Number(rows.at(-1)?.sequence);
    }
  }

  private async heads(): Promise<{ hubId: string; sequence: number; hash: string }[]> {
    const rows = (await this.query(`SELECT hub_id, sequence, encode(hash, 'hex') AS hash FROM audit.head`, [])) as {
      hub_id: string;
      sequence: string;
      hash: string;
    }[];
    return rows.map((row) => ({ hubId: row.hub_id, sequence: Number(row.sequence), hash: row.hash }));
  }

  private async checkpoints(): Promise<Checkpoint[]> {
    const rows = (await this.query('SELECT hub_id, sequence, hash, at, signature FROM audit.checkpoint', [])) as {
      hub_id: string;
      sequence: string;
      hash: Buffer;
      at: Date;
      signature: Buffer;
    }[];
    const stored = rows.map((row) => ({
      hubId: row.hub_id,
      sequence: Number(row.sequence),
      hash: row.hash.toString('hex'),
      at: row.at.toISOString(),
      signature: row.signature.toString('base64'),
    }));
    return [...stored, ...(await this.file.read())];
  }

  private query(sql: string, parameters: unknown[]): Promise<unknown> {
    return this.database.asService((manager) => manager.query(sql, parameters));
  }
}
