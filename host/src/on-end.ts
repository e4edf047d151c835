import { parentPid } from './config.ts';

/** The whole hub has this long to end, whatever hangs. */
const endsWithinMs = 25_000;

/** Runs `end` once, at Ctrl-C, SIGTERM or when whoever started this process is gone, and then leaves. */
export function onEnd(end: () => Promise<void>): (code?: number) => void {
  let ending = false;
  const leave = (code = 0): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), endsWithinMs).unref();
    end().then(
      () => process.exit(code),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave());
  process.on('disconnect', () => leave());
  watchParent(leave);
  return leave;
}

/** The bootstrap tells its process id: a hub whose bootstrap was killed ends too. */
function watchParent(leave: () => void): void {
  if (!parentPid || process.ppid !== parentPid) return;
  setInterval(() => {
    if (process.ppid !== parentPid) leave();
  }, 500).unref();
}
