import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { keepHealthFile } from './health-file.ts';

const serviceThat = (answers: boolean) => ({
  ready: async () => ({ database: answers }),
  close: async () => undefined,
});

test('the health file is there while everything answers, and gone when the service ends', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'swb-health-'));
  const file = path.join(folder, 'healthy');

  const health = keepHealthFile(file, serviceThat(true));
  await turn();
  expect(existsSync(file)).toBe(true);

  health.stop();
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a service whose database is away has no health file', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'swb-health-'));
  const file = path.join(folder, 'healthy');

  const health = keepHealthFile(file, serviceThat(false));
  await turn();

  expect(existsSync(file)).toBe(false);
  health.stop();
  rmSync(folder, { recursive: true });
});
