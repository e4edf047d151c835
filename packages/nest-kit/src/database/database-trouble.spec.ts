import { expect, test } from '@jest/globals';
import { HubError } from '@switchboard/contracts';
import { asDatabaseTrouble, mayRunAgain } from './database-trouble.ts';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

test('a database that is away, full or stuck is a part that is unavailable for a moment', () => {
  const errors = [
    ...['57P01', '57P03', '53300', '53100', '08006', '57014', '55P03', 'ECONNREFUSED', 'ECONNRESET'].map(withCode),
    new Error('timeout exceeded when trying to connect'),
    new Error('Connection terminated unexpectedly'),
    new AggregateError([withCode('ECONNREFUSED')]),
  ];

  for (const error of errors)
    expect(asDatabaseTrouble(error)).toMatchObject({ code: 'service_unavailable', details: { retryAfterSeconds: 2 } });
});

test('errors of ours and of the hub stay what they are', () => {
  for (const error of [withCode('42601'), withCode('23505'), new TypeError('x'), new HubError('conflict')])
    expect(asDatabaseTrouble(error)).toBe(error);
});

test('only transactions that lost against another run again', () => {
  expect(['40001', '40P01'].map(withCode).every(mayRunAgain)).toBe(true);
  expect(['23505', '57P01'].map(withCode).some(mayRunAgain)).toBe(false);
});

test('L-3 a failed statement does not carry its values into a log', () => {
  const driverError = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(canary) exists.',
  });
  const failed = Object.assign(new Error('duplicate key'), {
    code: '23505',
    parameters: ['canary'],
    query: 'canary',
    driverError,
  });

  const told = asDatabaseTrouble(failed);

  expect(told).toBe(failed);
  expect(JSON.stringify({ ...failed, driverError: { ...driverError } })).not.toContain('canary');
  expect(failed.code).toBe('23505');
});
