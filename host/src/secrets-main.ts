/** The entry that makes a deployment's secrets: `node host/dist/secrets-main.js <new folder>`. */
import path from 'node:path';
import { makeOperatorSecrets } from './operator-secrets.ts';

const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error('Name the folder that the secrets are to be written into.');
  const { setupCode } = await makeOperatorSecrets(path.resolve(folder));
  process.stdout.write(`Secrets are in ${folder}; make the owner at <public address>/#setup=${setupCode}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
