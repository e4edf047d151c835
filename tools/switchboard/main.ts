import { SettingsError } from '@switchboard/nest-kit';
import { CommandError, say } from './command.ts';
import type { Command } from './command.ts';
import { apiKeyCreate } from './commands/api-key-create.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { backup } from './commands/backup.ts';
import { doctor } from './commands/doctor.ts';
import { keysRotate } from './commands/keys-rotate.ts';
import { restore } from './commands/restore.ts';
import { secretsInit } from './commands/secrets-init.ts';

const commands: readonly Command[] = [doctor, apiKeyCreate, keysRotate, auditVerify, backup, restore, secretsInit];

/** @returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const command = commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '));
  if (!command) return help(args);
  try {
    return await command.run(args.slice(command.name.split(' ').length));
  } catch (error) {
    const known = error instanceof CommandError || error instanceof SettingsError;
    process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
    return 1;
  }
}

function help(args: readonly string[]): number {
  const asked = args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '');
  if (!asked) say(`There is no command ${args.join(' ')}.\n`);
  say('npm run switchboard -- <command>\n');
  const start = { name: 'start', usage: '', about: 'Runs the hub, as npm start does.' };
  const lines = [start, ...commands].map(({ name, usage, about }) => [`${name} ${usage ?? ''}`.trim(), about] as const);
  const width = Math.max(...lines.map(([left]) => left.length));
  for (const [left, about] of lines) say(`  ${left.padEnd(width)}  ${about}`);
  return asked ? 0 : 1;
}
