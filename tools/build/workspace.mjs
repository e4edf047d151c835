import { transformFile } from '@swc/core';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const compiledTypes = /\.tsx?$/;
const skipped = /\.spec\.tsx?$|\.d\.ts$/;

/** Compiles one workspace and answers how many files it wrote; output whose source is gone is removed. */
export async function buildWorkspace(root, folder) {
  const source = path.join(root, folder, 'src');
  const target = path.join(root, folder, 'dist');
  const settings = await readSettings(root);
  const sources = (await filesUnder(source)).filter((file) => !skipped.test(file));
  const wanted = new Set(sources.flatMap((file) => outputsOf(file)));

  const written = await Promise.all(sources.map((file) => buildFile(source, target, file, settings)));
  const stale = (await filesUnder(target)).filter((file) => !wanted.has(file));
  await Promise.all(stale.map((file) => rm(path.join(target, file), { force: true })));
  return written.filter(Boolean).length;
}

async function buildFile(source, target, file, settings) {
  const from = path.join(source, file);
  const to = path.join(target, outputsOf(file)[0]);
  if ((await changedAt(to)) >= Math.max(await changedAt(from), settings.changedAt)) return false;
  await mkdir(path.dirname(to), { recursive: true });
  if (!compiledTypes.test(file)) {
    await copyFile(from, to);
    return true;
  }
  const { code, map } = await transformFile(from, optionsFor(file, settings.swc));
  const name = path.basename(to);
  if (map) await writeFile(`${to}.map`, map);
  await writeFile(`${to}.part`, map ? `${code}\n//# sourceMappingURL=${name}.map\n` : code);
  await rename(`${to}.part`, to);
  return true;
}

function optionsFor(file, swc) {
  const parser = { ...swc.jsc.parser, tsx: file.endsWith('.tsx') };
  return { ...swc, swcrc: false, jsc: { ...swc.jsc, parser } };
}

function outputsOf(file) {
  if (!compiledTypes.test(file)) return [file];
  const output = file.replace(compiledTypes, '.js');
  return [output, `${output}.map`];
}

async function readSettings(root) {
  const file = path.join(root, '.swcrc');
  return { swc: JSON.parse(await readFile(file, 'utf8')), changedAt: await changedAt(file) };
}

async function changedAt(file) {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
