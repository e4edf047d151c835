import { randomBytes } from 'node:crypto';
import {
  type Clock,
  type Database,
  type Log,
  type ServiceRuntime,
  type Settings,
  SettingsError,
} from '@switchboard/nest-kit';
import { fileSource, KeyRing, type RingMaterial } from '@switchboard/vault';
import { Recurring } from '../core/recurring.ts';

const lookEveryMs = 1_000;
const reportEveryMs = 10_000;

interface Check {
  key_id: string;
  check_value: string;
  wraps: string;
}

/** The ring of this process: proven at the start, read again when its file changes, its use counted in the database. */
export class RingKeeper {
  /** Names this process in `ring_process`, where a rotation looks who has learnt of a new key. */
  readonly process = randomBytes(8).toString('hex');
  private current!: KeyRing;
  private seen = '';
  private reportedAtMs = Number.NEGATIVE_INFINITY;
  private readonly job: Recurring;

  private constructor(
    private readonly database: Database,
    private readonly file: string,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.job = new Recurring('key ring', lookEveryMs, () => this.look(), log);
  }

  /** @throws KeyRingError naming a key that is wrong, missing or doubled (V-4, V-5). */
  static async open(
    database: Database,
    file: string,
    { settings, clock, log }: Pick<ServiceRuntime, 'settings' | 'clock' | 'log'>,
  ): Promise<RingKeeper> {
    const keeper = new RingKeeper(database, file, settings, clock, log);
    await keeper.look();
    keeper.job.start();
    return keeper;
  }

  get ring(): KeyRing {
    return this.current;
  }

  /** Reads the file again where it changed, adds up the wraps, and says which keys this process knows. */
  async look(): Promise<void> {
    const material = await fileSource(this.file).read();
    const text = JSON.stringify(material);
    const changed = text !== this.seen;
    if (changed) {
      this.current = await this.prove(material);
      this.seen = text;
    }
    const now = this.clock.monotonicMs();
    if (!changed && now - this.reportedAtMs < reportEveryMs) return;
    await this.report();
    this.reportedAtMs = now;
  }

  async close(): Promise<void> {
    await this.job.close();
    await this.database.asService((manager) =>
      manager.query('DELETE FROM auth.ring_process WHERE process = $1', [this.process]),
    );
  }

  private async prove(material: RingMaterial): Promise<KeyRing> {
    if (this.settings.production && material.madeBy === 'bootstrap')
      throw new SettingsError(`Production needs a key ring of your own: ${this.file} was made for development.`);
    const ring = new KeyRing(material, {
      onWarn: (keyId, wraps) => this.log.warn({ keyId, wraps }, 'a ring key has been used very often: rotate the ring'),
    });
    await this.database.asService(async (manager) => {
      const stored = (await manager.query(
        'SELECT key_id, check_value, wraps FROM auth.ring_check WHERE retired_at IS NULL',
      )) as Check[];
      ring.prove(Object.fromEntries(stored.map((row) => [row.key_id, row.check_value])));
      for (const [id, value] of Object.entries(ring.checkValues()))
        await manager.query(
          'INSERT INTO auth.ring_check (key_id, check_value) VALUES ($1, $2) ON CONFLICT (key_id) DO NOTHING',
          [id, value],
        );
      for (const row of stored) ring.setWraps(row.key_id, Number(row.wraps));
    });
    return ring;
  }

  private async report(): Promise<void> {
    const ring = this.current;
    const drained = ring.drainWraps();
    await this.database.asService(async (manager) => {
      for (const { keyId, count } of drained) {
        const [[row]] = (await manager.query(
          'UPDATE auth.ring_check SET wraps = wraps + $2 WHERE key_id = $1 RETURNING wraps',
          [keyId, count],
        )) as [[{ wraps: string } | undefined], number];
        if (row) ring.setWraps(keyId, Number(row.wraps));
      }
      await manager.query(
        `INSERT INTO auth.ring_process (process, key_ids, active) VALUES ($1, $2, $3)
          ON CONFLICT (process) DO UPDATE SET key_ids = $2, active = $3, seen_at = clock_timestamp()`,
        [this.process, ring.ids, ring.activeId],
      );
    });
  }
}
