import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readDockerfile, type Stage } from './read-dockerfile.ts';

const root = path.join(import.meta.dirname, '..', '..');
const stages = readDockerfile(readFileSync(path.join(root, 'deploy', 'Dockerfile'), 'utf8'));
const last = stages.at(-1) as Stage;
const all = (stage: Stage, word: string) => stage.steps.filter((step) => step.word === word).map(({ rest }) => rest);

test('the image runs as an ordinary user, in production, a service that is built', () => {
  expect(all(last, 'USER')).toEqual(['node']);
  expect(all(last, 'ENV').join(' ')).toContain('NODE_ENV=production');
  const command = JSON.parse(all(last, 'CMD')[0] ?? '[]') as string[];
  const entry = command.find((word) => word.endsWith('.js')) ?? '';
  expect(existsSync(path.join(root, entry.replace('dist', 'src').replace('.js', '.ts')))).toBe(true);
});

test('the last stage takes its libraries from an installation without tools, and runs no installation itself', () => {
  expect(all(last, 'COPY')[0]).toBe('--from=libraries /app ./');
  expect(all(last, 'RUN').join(' ')).not.toContain('npm');
  const libraries = stages.find(({ name }) => name === 'libraries') as Stage;
  expect(all(libraries, 'RUN')[0]).toMatch(/^npm ci --ignore-scripts --omit=dev --workspace host/);
});

test('every stage stands on the pinned major of Node, and installs from the lockfile', () => {
  const major = process.versions.node.split('.')[0];
  for (const { image } of stages) expect(image).toBe(`node:${major}-bookworm-slim`);
  for (const stage of stages) for (const step of all(stage, 'RUN')) expect(step).not.toMatch(/npm (install|i) /);
});

test('neither secrets nor a data folder can enter the image', () => {
  const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['deploy/secrets', '.data', '.git', '**/node_modules']));
});
