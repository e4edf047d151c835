import { request } from 'node:http';
import { getSetupRoute } from '@switchboard/contracts';
import type { Settings } from '@switchboard/nest-kit';

const waitMs = 5_000;

/** Asks our own gateway whether the first run is still to come; a gateway that does not say is taken as set up. */
export function needsOwner({ SWB_HOST, SWB_PORT, publicUrl }: Settings): Promise<boolean> {
  const host = SWB_HOST === '0.0.0.0' ? '127.0.0.1' : SWB_HOST === '::' ? '::1' : SWB_HOST;
  const headers = { host: new URL(publicUrl).host };
  return new Promise((resolve) => {
    const asked = request({ host, port: SWB_PORT, path: getSetupRoute.path, headers, timeout: waitMs }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => {
        const parsed = getSetupRoute.reply.safeParse(parseJson(text));
        resolve(parsed.success && !parsed.data.done);
      });
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
