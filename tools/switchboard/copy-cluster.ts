import { copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Left out by every base backup: they describe the running server, or are copied at the end. */
const leftOut = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_stat_tmp',
  'pg_subtrans',
]);
/** Must be there, empty. */
const emptied = ['pg_wal', 'pg_wal/archive_status', 'pg_dynshmem', 'pg_notify', 'pg_stat_tmp', 'pg_subtrans'];

/**
 * Copies a running cluster by PostgreSQL's low-level base backup: the files as they are, then the write-ahead log that makes
 * them one moment. @see https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
export async function copyCluster(ownerUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('switchboard', true)");
    copyTree(from, to, leftOut);
    for (const name of emptied) mkdirSync(path.join(to, name), { recursive: true, mode: 0o700 });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    writeFileSync(path.join(to, 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600 });
    copyTree(path.join(from, 'pg_wal'), path.join(to, 'pg_wal'), new Set(['archive_status']));
  } finally {
    await client.end();
  }
}

/** A file that goes away while we copy was temporary: the log says what is missing. */
function copyTree(from: string, to: string, without: ReadonlySet<string>): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (without.has(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    try {
      if (entry.isDirectory()) copyTree(source, target, new Set());
      else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
      else copyFileSync(source, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
