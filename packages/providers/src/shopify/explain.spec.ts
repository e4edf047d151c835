import { expect, test } from '@jest/globals';
import { explain, isRefusal } from './explain.ts';

const failure = (code: string, message = 'Said by Shopify.', extensions?: unknown) => ({
  errors: [{ message, extensions: { code } }],
  ...(extensions === undefined ? {} : { extensions }),
});

test.each([
  ['ACCESS_DENIED', 'scope'],
  ['THROTTLED', 'limited'],
  ['MAX_COST_EXCEEDED', 'rejected'],
  ['INTERNAL_SERVER_ERROR', 'unavailable'],
  ['RESOURCE_NOT_FOUND', 'not_found'],
  ['undefinedField', 'rejected'],
])('200 with %s means %s', (code, kind) => {
  const body = failure(code);

  expect(isRefusal(body)).toBe(true);
  expect(explain({ status: 200, headers: {}, body })).toMatchObject({ kind, reason: 'Said by Shopify.' });
});

test.each([
  [401, 'credential'],
  [402, 'rejected'],
  [404, 'not_found'],
  [423, 'rejected'],
  [429, 'limited'],
  [430, 'limited'],
  [502, 'unavailable'],
])('%i means %s', (status, kind) => {
  expect(explain({ status, headers: {}, body: { errors: 'Said by Shopify.' } })).toMatchObject({
    kind,
    reason: 'Said by Shopify.',
  });
});

test('a scope that the shop has not approved is no failure of the credential', () => {
  const body = { errors: '[API] This action requires merchant approval for read_orders scope.' };

  expect(explain({ status: 403, headers: {}, body })).toMatchObject({ kind: 'scope' });
});

test('customer data that Shopify has not approved is for whoever runs the hub to set up', () => {
  const body = failure('ACCESS_DENIED', 'This app is not approved to access the Customer object.');

  expect(explain({ status: 200, headers: {}, body })).toMatchObject({ kind: 'not_set_up' });
});

test('how long to wait follows from what the query costs and how fast points come back', () => {
  const throttleStatus = { maximumAvailable: 2000, currentlyAvailable: 42, restoreRate: 100 };
  const body = failure('THROTTLED', 'Throttled', { cost: { requestedQueryCost: 512, throttleStatus } });

  expect(explain({ status: 200, headers: {}, body })).toMatchObject({ kind: 'limited', retryAfterSeconds: 5 });
});

test('an answer with data and nothing to complain of is no refusal', () => {
  expect(isRefusal({ data: { shop: {} }, extensions: { cost: {} } })).toBe(false);
  expect(isRefusal({ data: {}, errors: [] })).toBe(false);
});
