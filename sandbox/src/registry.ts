import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorldFactory } from './kit/world.ts';

const here = import.meta.dirname;
/** `.ts` in the source, `.js` once built. */
const index = `index${path.extname(import.meta.filename)}`;
const indexes = readdirSync(here)
  .sort()
  .map((folder) => path.join(here, folder, index))
  .filter((file) => existsSync(file));

/** The stand-in of every folder here that has an index, so that a provider costs no line. */
export const worlds: readonly WorldFactory[] = await Promise.all(indexes.map(worldIn));

/** @throws where the index exports something other than the one value that makes the stand-in. */
async function worldIn(file: string): Promise<WorldFactory> {
  const [create, ...others] = Object.values<unknown>(await import(pathToFileURL(file).href));
  if (typeof create !== 'function' || others.length > 0) throw new Error(`${file} exports one function: its world.`);
  return create as WorldFactory;
}
