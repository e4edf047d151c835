import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { parts, readManifest } from '../backup-format.ts';
import { CommandError, say } from '../command.ts';
import type { Command } from '../command.ts';
import { folderArguments } from '../folder-argument.ts';
import { operatorSettings, runningHub } from '../operator.ts';

export const restore: Command = {
  name: 'restore',
  usage: '<folder> [--secrets <other folder>]',
  about: 'Brings a backup back; what was there is put aside, not erased.',
  async run(args) {
    const { folder, secrets } = folderArguments(args, 'restore');
    const { takenAt } = readManifest(folder);
    const { SWB_DATA_DIR: data } = operatorSettings();
    const hub = runningHub(data);
    if (hub) throw new CommandError(`The hub runs (pid ${hub.pid}): stop it first.`);

    mkdirSync(data, { recursive: true, mode: 0o700 });
    const secretsFolder = path.join(data, 'secrets');
    const aside = `before-restore-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
    const replaced = ['postgres', ...(secrets ? ['secrets'] : [])].filter((name) => existsSync(path.join(data, name)));
    if (!secrets && !existsSync(path.join(secretsFolder, 'key-ring.json'))) {
      throw new CommandError(
        `There is no key ring in ${secretsFolder}: say where its copy is with --secrets <folder>.`,
      );
    }
    if (replaced.length > 0) mkdirSync(path.join(data, aside), { mode: 0o700 });
    for (const name of replaced) renameSync(path.join(data, name), path.join(data, aside, name));

    cpSync(path.join(folder, parts.database), path.join(data, 'postgres'), { recursive: true, verbatimSymlinks: true });
    mkdirSync(secretsFolder, { recursive: true, mode: 0o700 });
    if (secrets) cpSync(secrets, secretsFolder, { recursive: true });
    copyFileSync(path.join(folder, parts.databaseOwner), path.join(secretsFolder, 'database-owner'));
    const sandbox = path.join(folder, parts.sandbox);
    if (existsSync(sandbox)) copyFileSync(sandbox, path.join(data, parts.sandbox));

    say(`The hub of ${takenAt} is back in ${data}. Start it with: npm start`);
    if (replaced.length > 0) say(`What was there is in ${path.join(data, aside)}.`);
    return 0;
  },
};
