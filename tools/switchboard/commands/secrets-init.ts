import { makeOperatorSecrets } from '@switchboard/host';
import { CommandError, say } from '../command.ts';
import type { Command } from '../command.ts';
import { folderArguments } from '../folder-argument.ts';

export const secretsInit: Command = {
  name: 'secrets init',
  usage: '<new folder>',
  about: 'Makes the keys and passwords of a deployment, for docker-compose.yml or a secret manager.',
  async run(args) {
    const { folder } = folderArguments(args, 'secrets init');
    const { setupCode } = await makeOperatorSecrets(folder).catch((error: Error) => {
      throw new CommandError(error.message);
    });
    say(`The secrets are in ${folder}, readable by you alone. Keep a copy away from the database's backups.`);
    say(`Once the hub runs, make its owner at <public address>/#setup=${setupCode}`);
    if (process.getuid?.() !== 1000)
      say(
        'With docker compose set SWB_UID and SWB_GID to the owner of these files: containers read them as that user.',
      );
    return 0;
  },
};
