/** Storms at every provider that rotates: `storm-main.ts <calls> <processes>` on the server of SWB_TEST_DATABASE_URL; prints JSON. */
import { startEveryProvider } from './every-provider.ts';
import { refreshStorms } from './refresh-storm.ts';

await using every = await startEveryProvider();
const [calls, processes] = [Number(process.argv[2]), Number(process.argv[3])];
const storms = await refreshStorms(every, { calls, processes });
process.stdout.write(`done ${JSON.stringify(storms)}\n`);
