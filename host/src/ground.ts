import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Settings } from '@switchboard/nest-kit';
import { choosePort } from './choose-port.ts';
import { type DataFolder, holdDataFolder } from './data-folder.ts';
import { ensureSecrets, type Secrets } from './secrets.ts';
import { readSettings } from './read-settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a hub stands on before any part of it runs. */
export interface Ground {
  /** The settings as they were given. */
  readonly asked: Settings;
  /** The environment with what was left open filled in: files of secrets, port, public address, set-up code. */
  readonly filled: Environment;
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly publicUrl: string;
}

/** @throws with one clear sentence for a wrong setting, a folder in use or a taken port. */
export async function layGround(environment: Environment, begun: AsyncDisposableStack): Promise<Ground> {
  const asked = readSettings(environment);
  const folder = await holdDataFolder(asked.SWB_DATA_DIR);
  begun.defer(() => folder.release());
  const port = await choosePort(asked);
  // For tools that look at a hub that runs.
  writeFileSync(folder.within('hub-port'), String(port), { mode: 0o600 });
  const secrets = await ensureSecrets(folder.path, environment);
  const filled = {
    ...environment,
    ...secrets.files,
    SWB_DATA_DIR: folder.path,
    SWB_PORT: String(port),
    SWB_SETUP_CODE: asked.SWB_SETUP_CODE ?? randomBytes(16).toString('base64url'),
  };
  return { asked, filled, folder, secrets, publicUrl: readSettings(filled).publicUrl };
}
