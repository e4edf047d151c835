import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
  /** The line that was waited for. */
  readonly line: string;
  /** Everything it said on standard output and error until then. */
  readonly said: string;
}

/** Starts a program of this folder with this Node, and waits for a line of its output. */
export const startScript = (
  name: string,
  args: readonly string[],
  line: RegExp,
  options: { withinMs?: number } = {},
): Promise<Child> =>
  startChild(
    [process.execPath, '--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, name), ...args],
    line,
    options,
  );

/** Starts a command and waits for a line of its output; disposing ends it, and all it started. */
export async function startChild(
  [command = '', ...args]: readonly string[],
  line: RegExp,
  { env = process.env, cwd, withinMs = 60_000 }: { env?: NodeJS.ProcessEnv; cwd?: string; withinMs?: number } = {},
): Promise<Child> {
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  const found = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${command} ${args.join(' ')} said no ${line}: ${said}`)), withinMs);
    const hear = (text: string): void => {
      said += text;
      const match = line.exec(said);
      if (!match) return;
      clearTimeout(late);
      resolve(match[0]);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('exit', (code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${said}`)));
  });
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await ended;
    clearTimeout(forced);
  };
  try {
    return { process: child, line: await found, said, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}
