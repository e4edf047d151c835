import { say } from '../command.ts';
import type { Command } from '../command.ts';
import { checkDatabase } from '../doctor/database.ts';
import { checkKeyRing } from '../doctor/keys.ts';
import { checkDataFolder, checkNatsServer, checkNode, checkPort } from '../doctor/machine.ts';
import { checkProviders, checkPublicAddress } from '../doctor/providers.ts';
import { operatorSettings } from '../operator.ts';

const marks = { well: 'ok   ', note: 'note ', wrong: 'WRONG' } as const;

export const doctor: Command = {
  name: 'doctor',
  about: 'Looks at everything a hub needs and says what to do about what is missing.',
  async run() {
    const settings = operatorSettings();
    const findings = [
      checkNode(),
      await checkPort(settings),
      checkDataFolder(settings),
      ...(await checkDatabase(settings)),
      checkNatsServer(settings),
      await checkKeyRing(settings),
      await checkPublicAddress(settings),
      ...(await checkProviders(settings)),
    ];
    for (const { what, state, seen, fix } of findings) {
      say(`${marks[state]} ${what}: ${seen}`);
      if (fix) say(`      ${fix}`);
    }
    const wrong = findings.filter(({ state }) => state === 'wrong').length;
    say(wrong === 0 ? '\nNothing is wrong.' : `\n${wrong === 1 ? 'One thing is' : `${wrong} things are`} wrong.`);
    return wrong === 0 ? 0 : 1;
  },
};
