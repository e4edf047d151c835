import { rotateKeys } from '@switchboard/auth';
import { asAuth } from '../auth-database.ts';
import { say } from '../command.ts';
import type { Command } from '../command.ts';

export const keysRotate: Command = {
  name: 'keys rotate',
  about: 'Gives the key ring a new key and moves every stored credential to it, while the hub runs.',
  async run() {
    const { key, moved, refused, retired } = await asAuth((options) => rotateKeys(options));
    say(`${key} is the active key; ${moved} stored credentials were moved to it.`);
    if (retired.length > 0)
      say(`Taken out: ${retired.join(', ')}. Back the key ring up again; old backups need the old one.`);
    if (refused > 0) say(`${refused} did not open and were left; the keys they may need were kept.`);
    return refused > 0 ? 1 : 0;
  },
};
