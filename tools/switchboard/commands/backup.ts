import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parts, writeManifest } from '../backup-format.ts';
import { CommandError, say } from '../command.ts';
import type { Command } from '../command.ts';
import { copyCluster } from '../copy-cluster.ts';
import { folderArguments } from '../folder-argument.ts';
import { openOperatorDatabase, operatorSettings } from '../operator.ts';

export const backup: Command = {
  name: 'backup',
  usage: '<folder> [--secrets <other folder>]',
  about: 'Copies the embedded database of a running or stopped hub; the secrets only into a folder of their own.',
  async run(args) {
    const { folder, secrets } = folderArguments(args, 'backup');
    for (const target of [folder, secrets]) if (target) refuseFull(target);
    const settings = operatorSettings();
    await using database = await openOperatorDatabase(settings);
    if (!database.folder) throw new CommandError('The database is your own (DATABASE_URL): back it up with pg_dump.');

    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await copyCluster(database.ownerUrl, database.folder, path.join(folder, parts.database));
    copyFileSync(path.join(settings.SWB_DATA_DIR, 'secrets', 'database-owner'), path.join(folder, parts.databaseOwner));
    const sandbox = path.join(settings.SWB_DATA_DIR, parts.sandbox);
    if (existsSync(sandbox)) copyFileSync(sandbox, path.join(folder, parts.sandbox));
    if (secrets) {
      mkdirSync(secrets, { recursive: true, mode: 0o700 });
      cpSync(path.join(settings.SWB_DATA_DIR, 'secrets'), secrets, { recursive: true });
    }
    writeManifest(folder, new Date());

    say(`The database is in ${folder}.`);
    if (secrets) say(`The secrets are in ${secrets}: keep them where the database is not.`);
    else
      say(
        `Without its key ring it opens nothing. Keep a copy of ${path.join(settings.SWB_DATA_DIR, 'secrets')} elsewhere.`,
      );
    return 0;
  },
};

function refuseFull(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CommandError(`${folder} is not empty: name a new folder.`);
  }
}
