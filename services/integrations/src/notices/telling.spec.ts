import { expect, test } from '@jest/globals';
import { claimNotice } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';
import { z } from 'zod';
import { TellingService } from './telling.service.ts';

const shutdownMs = 25_000;

test('R-6 what a shutdown waits for ends before the shutdown has to', async () => {
  const deadlines: number[] = [];
  const telling = {
    by: 'mail',
    to: 'ada@example.com',
    subject: 's',
    text: 't',
    about: 'c',
    statement: 'x',
    claims: {},
  };
  const bus = {
    request: async (message: unknown, _request: unknown, { deadlineMs }: Caller) => {
      deadlines.push(deadlineMs);
      return message === claimNotice ? { telling } : { noted: true };
    },
  };
  const entry = { action: { input: z.looseObject({}), needs: [] } };
  const accounts = { choose: async () => ({ entry, connectionId: 'd' }) };
  const execution = { run: async (_what: unknown, { deadlineMs }: Caller) => void deadlines.push(deadlineMs) };
  const fakes = [bus, { fulfilling: () => [entry] }, accounts, { issue: async () => ({}) }, execution];
  const rest = [{ monotonicMs: () => 0 }, { info: () => undefined }];
  const service = new TellingService(
    ...([...fakes, ...rest] as unknown as ConstructorParameters<typeof TellingService>),
  );

  service.begin('n', { traceId: 'trace', deadlineMs: 0, signal: AbortSignal.abort() });
  await service.onApplicationShutdown();

  const [claiming = 0, sending = 0, noting] = deadlines;
  expect(deadlines).toHaveLength(3);
  expect(noting).toBe(sending);
  expect(claiming + sending).toBeLessThan(shutdownMs);
});
