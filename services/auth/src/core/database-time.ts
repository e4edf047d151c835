import type { EntityManager } from 'typeorm';

/** The time by the database's clock, so many seconds from now. */
export async function timeAfter(manager: EntityManager, seconds: number): Promise<Date> {
  const [row] = (await manager.query('SELECT clock_timestamp() + make_interval(secs => $1) AS "end"', [seconds])) as [
    { end: Date },
  ];
  return row.end;
}
