import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..', '..');
const imports =
  /from '(?:node:)?crypto'|from 'jose'|from '@node-rs\/argon2'|import\('(?:node:)?crypto'\)|require\('(?:node:)?crypto'\)/;
const tests = /\.spec\.tsx?$|\/testing\/|\/testing\.ts$/;

/** Every source file of the running hub that imports cryptography, from the root of the repository. */
export function cryptoImports(): string[] {
  const folders = ['packages', 'services'].flatMap((group) =>
    readdirSync(path.join(root, group)).map((name) => `${group}/${name}/src`),
  );
  return [...folders, 'host/src']
    .filter((folder) => folder !== 'packages/testing/src')
    .flatMap(sources)
    .filter((file) => !tests.test(file) && imports.test(readFileSync(path.join(root, file), 'utf8')))
    .sort();
}

function sources(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
