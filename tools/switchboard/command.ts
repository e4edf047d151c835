/** One thing an operator can ask for; its file is named as it is typed. */
export interface Command {
  /** As typed, for example `keys rotate`. */
  readonly name: string;
  /** What follows the name, for the help. */
  readonly usage?: string;
  /** One sentence for the help. */
  readonly about: string;
  /** @returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

/** Ends a command with one sentence and exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
