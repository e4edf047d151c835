import { parseArgs } from 'node:util';
import path from 'node:path';
import { CommandError } from './command.ts';

export interface FolderArguments {
  readonly folder: string;
  /** Of `--secrets`. */
  readonly secrets: string | undefined;
}

/** `<folder> [--secrets <folder>]`, from where the person stands. */
export function folderArguments(args: readonly string[], command: string): FolderArguments {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { secrets: { type: 'string' } },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new CommandError(`Say one folder: npm run switchboard -- ${command} <folder>`);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return { folder: path.resolve(from, folder), secrets: values.secrets && path.resolve(from, values.secrets) };
}
