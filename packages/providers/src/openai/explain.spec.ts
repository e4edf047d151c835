import { expect, test } from '@jest/globals';
import { explain } from './explain.ts';

const said = (code: string | null, type = 'invalid_request_error') => ({
  error: { message: 'Said by the service.', type, param: null, code },
});
const of = (status: number, body: unknown, headers = {}) => explain({ status, headers, body });

test.each([
  [400, null, 'rejected'],
  [401, 'invalid_api_key', 'credential'],
  [403, 'unsupported_country_region_territory', 'rejected'],
  [404, 'model_not_found', 'not_found'],
  [429, 'rate_limit_exceeded', 'limited'],
  [500, null, 'unavailable'],
  [503, null, 'unavailable'],
])('%i with %s means %s', (status, code, kind) => {
  expect(of(status, said(code))).toMatchObject({ kind, reason: 'Said by the service.' });
});

test('an account without credit is told so and is not waited for', () => {
  expect(of(429, said('insufficient_quota'), { 'retry-after': '20' })).toEqual({
    kind: 'rejected',
    reason: 'Said by the service.',
    advice: 'The account of this key has no credit left. Add some at the service.',
  });
  expect(of(429, said(null, 'insufficient_quota'))).toMatchObject({ kind: 'rejected' });
});

test.each([
  [{ 'retry-after': '7' }, 7],
  [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m30s' }, 90],
  [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '250ms' }, 0.25],
  [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '1h2m3.5s' }, 3_723.5],
  [{ 'x-ratelimit-remaining-requests': '4', 'x-ratelimit-reset-requests': '9s' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
])('%j is a wait of %s seconds', (headers, retryAfterSeconds) => {
  expect(of(429, said('rate_limit_exceeded'), headers).retryAfterSeconds).toBe(retryAfterSeconds);
});

test.each([
  [{ error: 'model not loaded' }, 'model not loaded'],
  [{ object: 'error', message: 'too long', type: 'BadRequestError', code: 400 }, 'too long'],
  [{ detail: 'Not Found' }, 'Not Found'],
  ['<html>', undefined],
])('other servers’ %j is read as well', (body, reason) => {
  expect(of(400, body)).toMatchObject({ kind: 'rejected', reason });
});
