import { type Database, Ids } from '@switchboard/nest-kit';
import { HubId } from '@switchboard/contracts';

/** The one hub of this installation. */
export class Hub {
  constructor(
    readonly id: HubId,
    readonly name: string,
  ) {}

  /** Makes the hub's row at the first start; the same row ever after. */
  static async load(database: Database, ids: Ids): Promise<Hub> {
    return database.asService(async (manager) => {
      await manager.query('INSERT INTO auth.hub (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        ids.uuid(),
        'Switchboard',
      ]);
      const [row] = (await manager.query('SELECT id, name FROM auth.hub')) as [{ id: string; name: string }];
      return new Hub(HubId.parse(row.id), row.name);
    });
  }
}
