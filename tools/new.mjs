/** `npm run new provider|message|adr <name>`: the folder or file a new one begins with, its spec beside it. */
import path from 'node:path';

const { create } = await import('./new/create.ts');
process.exitCode = create(path.join(import.meta.dirname, '..'), process.argv.slice(2));
