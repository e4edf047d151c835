import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { adrFiles } from './adr.ts';
import { messageFiles } from './message.ts';
import { providerFiles } from './provider.ts';

/** What is made: files by path, and what is left to do by hand. */
export interface Made {
  readonly files: Readonly<Record<string, string>>;
  /** Changes to files that exist: the new text, made from the old. */
  readonly edits?: Readonly<Record<string, (before: string) => string>>;
  readonly next: readonly string[];
}

type Maker = (root: string, name: string) => Made;

const makers: Readonly<Record<string, Maker>> = { provider: providerFiles, message: messageFiles, adr: adrFiles };

/** @returns the exit code. */
export function create(root: string, [kind = '', ...words]: readonly string[]): number {
  const maker = makers[kind];
  const name = words.join(' ').trim();
  if (!maker || !name) return refuse('Say what to make: npm run new provider|message|adr <name>');
  let made: Made;
  try {
    made = maker(root, name);
  } catch (error) {
    return refuse((error as Error).message);
  }
  const present = Object.keys(made.files).find((file) => existsSync(path.join(root, file)));
  if (present) return refuse(`${present} is there already.`);
  for (const [file, text] of Object.entries(made.files)) write(path.join(root, file), text);
  for (const [file, edit] of Object.entries(made.edits ?? {})) {
    write(path.join(root, file), edit(readFileSync(path.join(root, file), 'utf8')));
  }
  const all = [...Object.keys(made.files), ...Object.keys(made.edits ?? {})];
  process.stdout.write(`${all.map((file) => `  ${file}`).join('\n')}\n\nNext:\n`);
  for (const step of made.next) process.stdout.write(`  - ${step}\n`);
  return 0;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
