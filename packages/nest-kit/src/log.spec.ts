import { expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { createLog } from './log.ts';

function written(write: (log: ReturnType<typeof createLog>) => void, clean?: (line: string) => string): string {
  const lines: string[] = [];
  write(createLog({ level: 'info', service: 'auth', clean }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('L-3 fields that hold secrets print [secret], also one and two levels down', () => {
  const text = written((log) =>
    log.info({ password: 'canary-1', request: { authorization: 'canary-2', body: { code: 'canary-3' } } }, 'hello'),
  );

  expect(text).not.toContain('canary');
  expect(text.match(/\[secret\]/g)).toHaveLength(3);
});

test('an error keeps its own code', () => {
  const text = written((log) => log.warn({ err: new HubError('reconnect_required') }, 'no'));

  expect(JSON.parse(text)).toMatchObject({ err: { code: 'reconnect_required' } });
});

test('L-3 a finished line goes through what knows the shapes of secrets', () => {
  const text = written(
    (log) => log.info({ url: 'https://x.example/?access_token=canary' }, 'sent'),
    (line) => line.replaceAll('canary', '[secret]'),
  );

  expect(text).toContain('access_token=[secret]');
});

test('L-3 line breaks and terminal codes in a message stay inside one JSON line', () => {
  const text = written((log) => log.info('one\n{"level":60}\u001b[31m'));

  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(text).not.toContain('\u001b');
});
