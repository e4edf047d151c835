import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from '@switchboard/nest-kit';
import type { EntityManager } from 'typeorm';

/** Whose envelopes were destroyed: in the database, and in a file outside it so that a restored backup is shredded again (V-16). */
export class ShredList {
  constructor(
    private readonly database: Database,
    private readonly file: string,
  ) {}

  /** Destroys the wrapped keys of an owner for good. Call {@link keep} after the transaction. */
  async shred(manager: EntityManager, ownerId: string): Promise<void> {
    await manager.query('DELETE FROM auth.envelope WHERE owner_id = $1', [ownerId]);
    await manager.query('INSERT INTO auth.shredded (owner_id) VALUES ($1) ON CONFLICT DO NOTHING', [ownerId]);
  }

  /** Writes ids to the file outside the database. */
  async keep(ownerIds: readonly string[]): Promise<void> {
    if (ownerIds.length === 0) return;
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    await appendFile(this.file, ownerIds.map((id) => `${id}\n`).join(''), { mode: 0o600 });
  }

  /** At the start: brings file and database together and destroys again what a restore brought back. */
  async reapply(): Promise<number> {
    const inFile = new Set(
      (await readFile(this.file, 'utf8').catch(emptyWhereMissing))
        .split('\n')
        .filter((line) => /^[0-9a-f-]{36}$/.test(line)),
    );
    const { destroyed, missing } = await this.database.asService(async (manager) => {
      await manager.query('INSERT INTO auth.shredded (owner_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [
        [...inFile],
      ]);
      const [, count] = (await manager.query(
        'DELETE FROM auth.envelope e USING auth.shredded s WHERE s.owner_id = e.owner_id',
      )) as [unknown, number];
      await manager.query(
        `UPDATE auth.connection c SET status = 'disconnected', ended_at = coalesce(c.ended_at, clock_timestamp())
          FROM auth.shredded s WHERE s.owner_id = c.id AND c.status <> 'disconnected'`,
      );
      const all = (await manager.query('SELECT owner_id FROM auth.shredded')) as { owner_id: string }[];
      return { destroyed: count, missing: all.map((row) => row.owner_id).filter((id) => !inFile.has(id)) };
    });
    await this.keep(missing);
    return destroyed;
  }
}

/** A list that is there and cannot be read must not count as empty: then nothing would be shredded again. */
function emptyWhereMissing(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') throw error;
  return '';
}
