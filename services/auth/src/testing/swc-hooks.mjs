/** Lets a spec start Node on our TypeScript as it is: `node --conditions=@switchboard/source --import ./swc-hooks.mjs file.ts`. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const settings = JSON.parse(readFileSync(new URL('../../../../.swcrc', import.meta.url), 'utf8'));
const jsc = { ...settings.jsc, rewriteRelativeImportExtensions: false };

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...settings,
      swcrc: false,
      jsc,
      filename,
      sourceMaps: false,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
