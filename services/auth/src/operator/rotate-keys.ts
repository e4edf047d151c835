import { setTimeout as sleep } from 'node:timers/promises';
import { appendAudit, type Database } from '@switchboard/nest-kit';
import {
  activateKey,
  addKey,
  fileSource,
  KeyRing,
  KeyRingError,
  nextKeyId,
  retireKey,
  type RingMaterial,
  writeRingFile,
} from '@switchboard/vault';
import { filesOf } from '../config.ts';
import { type OperatorOptions, withDatabase } from './open-parts.ts';
import { rewrapFlows, rewrapSome } from './rewrap.ts';

export interface RotateOptions extends OperatorOptions {
  /** Called after each batch with how many envelopes were moved so far. */
  readonly onProgress?: (moved: number) => void;
  /** Rows at a time. */
  readonly batch?: number;
}

export interface Rotation {
  readonly key: string;
  readonly retired: readonly string[];
  readonly moved: number;
  /** Envelopes that do not open any more; their keys are kept. */
  readonly refused: number;
}

const learnsWithinMs = 45_000;
/** Between batches, so that the hub goes on beside. */
const pauseMs = 20;
/** A process says every ten seconds that it is there, and at once when the ring changed. */
const aliveSeconds = 25;

/**
 * Gives the ring a new key, moves every envelope to it and takes the older keys out, while the hub runs (V-6). What was
 * interrupted goes on where it stopped.
 * @throws KeyRingError where a running process does not learn of the key in time; nothing is lost then.
 */
export function rotateKeys(options: RotateOptions): Promise<Rotation> {
  const file = filesOf(options.settings).keyRing;
  return withDatabase(options, async (database) => {
    let ring = await fileSource(file).read();
    const write = async (next: RingMaterial): Promise<void> => {
      await writeRingFile(file, next);
      ring = next;
    };
    if (ring.keys.length === 1) await write(addKey(ring, nextKeyId(ring)));
    const key = ring.keys.at(-1)!.id;
    await learned(database, ({ key_ids }) => key_ids.includes(key), `key ${key}`);
    await keepCheck(database, ring);
    if (ring.active !== key) await write(activateKey(ring, key));
    await learned(database, ({ active }) => active === key, `that key ${key} is active`);
    const { moved, refused } = await moveAll(database, ring, options);
    const retired = refused > 0 ? [] : ring.keys.map(({ id }) => id).filter((id) => id !== key);
    if (retired.length > 0) {
      await markRetired(database, retired);
      await write(retired.reduce(retireKey, ring));
    }
    await note(database, { key, retired, moved, refused });
    return { key, retired, moved, refused };
  });
}

async function moveAll(
  database: Database,
  material: RingMaterial,
  { onProgress, batch = 200 }: RotateOptions,
): Promise<{ moved: number; refused: number }> {
  const ring = new KeyRing(material);
  const refused = new Set<string>();
  let moved = 0;
  // Twice nothing left, with a pause between: transactions that were open at the first look are seen by the second.
  for (let empty = 0; empty < 2;) {
    const done = await rewrapSome(database, ring, batch, refused);
    moved += done;
    moved += await rewrapFlows(database, ring);
    empty = done === 0 ? empty + 1 : 0;
    await countWraps(database, ring);
    onProgress?.(moved);
    await sleep(empty === 1 ? 1_000 : pauseMs);
  }
  return { moved, refused: refused.size };
}

/** Waits until every process that has the ring says so. */
async function learned(
  database: Database,
  knows: (row: { key_ids: string[]; active: string }) => boolean,
  what: string,
): Promise<void> {
  for (let waited = 0; waited < learnsWithinMs; waited += 250) {
    const rows = (await database.asService((manager) =>
      manager.query(
        `SELECT key_ids, active FROM auth.ring_process
          WHERE seen_at > clock_timestamp() - make_interval(secs => ${aliveSeconds})`,
      ),
    )) as { key_ids: string[]; active: string }[];
    if (rows.every(knows)) return;
    await sleep(250);
  }
  throw new KeyRingError(`A running hub did not learn ${what}: does it read the same key ring file?`);
}

async function keepCheck(database: Database, material: RingMaterial): Promise<void> {
  const checks = new KeyRing(material).checkValues();
  await database.asService(async (manager) => {
    for (const [id, value] of Object.entries(checks))
      await manager.query(
        'INSERT INTO auth.ring_check (key_id, check_value) VALUES ($1, $2) ON CONFLICT (key_id) DO NOTHING',
        [id, value],
      );
  });
}

async function countWraps(database: Database, ring: KeyRing): Promise<void> {
  for (const { keyId, count } of ring.drainWraps())
    await database.asService((manager) =>
      manager.query('UPDATE auth.ring_check SET wraps = wraps + $2 WHERE key_id = $1', [keyId, count]),
    );
}

async function markRetired(database: Database, ids: readonly string[]): Promise<void> {
  await database.asService((manager) =>
    manager.query('UPDATE auth.ring_check SET retired_at = clock_timestamp() WHERE key_id = ANY($1)', [ids]),
  );
}

async function note(database: Database, rotation: Rotation): Promise<void> {
  await database.asService(async (manager) => {
    const [hub] = (await manager.query('SELECT id FROM auth.hub')) as { id: string }[];
    await appendAudit(
      manager,
      { hubId: hub?.id, actor: 'operator' },
      { event: 'ring.rotated', outcome: rotation.refused > 0 ? 'failed' : 'ok', details: { ...rotation } },
    );
  });
}
