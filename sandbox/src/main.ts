import { fstatSync } from 'node:fs';
import { readConfig } from './config.ts';
import { createSandbox } from './index.ts';

/** One line on standard output, and a message to a parent that listens. */
function say(event: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
  // Where the parent is gone already, nobody is told.
  process.send?.(event, () => undefined);
}

const sandbox = await createSandbox(readConfig()).catch((error: unknown) => {
  say({ event: 'sandbox.failed', message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});

let ending = false;
const end = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  await sandbox.close();
  process.exit(0);
};
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
process.on('disconnect', () => void end());
if (fstatSync(0).isFIFO() || fstatSync(0).isSocket())
  process.stdin
    .on('end', () => void end())
    .on('error', () => void end())
    .resume();

say({ event: 'sandbox.ready', url: sandbox.url, port: sandbox.port, originMap: sandbox.originMap });
