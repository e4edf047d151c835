import { existsSync } from 'node:fs';
import type { Settings } from '@switchboard/nest-kit';
import { fileSource, KeyRing } from '@switchboard/vault';
import { note, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

/** The key ring is there, closed to others, whole, and not the bootstrap's in production. */
export async function checkKeyRing(settings: Settings): Promise<Finding> {
  const what = 'Key ring';
  const file = settings.SWB_KEY_RING_FILE ?? '';
  if (!existsSync(file))
    return note(what, 'not made yet', 'npm start makes it; then back it up apart from the database.');
  try {
    const ring = new KeyRing(await fileSource(file).read());
    if (settings.production && ring.madeBy === 'bootstrap') {
      const fix = 'Make keys of your own with: npm run switchboard -- keys rotate';
      return wrong(what, 'made by the bootstrap, which production refuses', fix);
    }
    const others = ring.ids.length - 1;
    return well(what, `${ring.activeId} is active, ${others === 1 ? '1 older key' : `${others} older keys`}`);
  } catch (error) {
    return wrong(what, (error as Error).message, `Put ${file} back from your backup, mode 0600.`);
  }
}
