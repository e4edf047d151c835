import { expect, test } from '@jest/globals';
import type { Sandbox } from '../index.ts';
import { ask, grant, startShops } from './testing.ts';

const every = 'write_orders,write_draft_orders,write_products,write_customers,write_inventory,read_locations';

async function shop(scope = every) {
  const sandbox: Sandbox = await startShops();
  const { body } = await grant(sandbox, scope);
  const query = (text: string, variables?: unknown, options?: Parameters<typeof ask>[3]) =>
    ask(sandbox, body.access_token!, { query: text, ...(variables !== undefined && { variables }) }, options);
  return { sandbox, token: body.access_token!, query, [Symbol.asyncDispose]: () => sandbox.close() };
}

const stock = (key: string, delta: number, more = 'changeFromQuantity: null') => `mutation {
  inventoryAdjustQuantities(input: { name: "available", reason: "correction", changes: [{
    inventoryItemId: "gid://shopify/InventoryItem/50001", locationId: "gid://shopify/Location/70001", delta: ${delta}, ${more} }]
  }) ${key} { inventoryAdjustmentGroup { changes { name quantityAfterChange } } userErrors { code message } } }`;

test.each([
  ['{ orders(first: 1) { nodes { colour } } }', 'Cannot query field "colour"'],
  ['{ orders(first: 1, since: 3) { nodes { id } } }', 'Unknown argument "since"'],
  ['{ order { id } }', 'argument "id" of type "ID!" is required'],
  ['{ orders { nodes { id } } }', 'you must provide one of first or last'],
  ['{ orders(first: 251) { nodes { id } } }', 'first must be between 1 and 250'],
  ['{ orders(first: 1, query: "colour:red") { nodes { id } } }', 'Invalid search field'],
  ['{ orders(first: 1, after: "eA==") { nodes { id } } }', 'The cursor is not valid'],
  ['{ orders(first: 1', 'Syntax Error'],
  ['mutation { orderUpdate(input: { id: "x", colour: "red" }) { userErrors { message } } }', 'Field "colour"'],
])('%s is refused with status 200', async (text, message) => {
  await using at = await shop();

  const answer = await at.query(text);

  expect(answer.status).toBe(200);
  expect(answer.body.errors[0].message).toContain(message);
});

test('another version, another type and an unknown member of the body are refused', async () => {
  await using at = await shop();
  const text = '{ shop { id } }';

  expect((await at.query(text, undefined, { path: '/admin/api/2024-01/graphql.json' })).status).toBe(404);
  expect((await at.query(text, undefined, { type: 'application/graphql' })).status).toBe(415);
  expect((await ask(at.sandbox, at.token, { query: text, more: 1 })).status).toBe(400);
  expect((await at.query(text)).headers.get('x-shopify-api-version')).toBe('2026-10');
});

test('a field whose scope is missing is denied by name, and the rest is answered', async () => {
  await using at = await shop('read_products');

  const { body } = await at.query('{ shop { name } orders(first: 1) { nodes { id } } }');

  expect(body.data).toBeNull();
  expect(body.errors[0]).toMatchObject({
    message: 'Access denied for orders field. Required access: `read_orders` access scope.',
    path: ['orders'],
    extensions: { code: 'ACCESS_DENIED', requiredAccess: '`read_orders` access scope.' },
  });
});

test('stock wants an idempotency key, and says what was there before', async () => {
  await using at = await shop();

  const keyless = await at.query(stock('', 1));
  const unsaid = await at.query(stock('@idempotent(key: "k1")', 1, ''));

  expect(keyless.body.errors[0].message).toContain('@idempotent directive is required');
  expect(unsaid.body.errors[0].message).toContain('changeFromQuantity must be given');
});

test('a key is honoured once, answers the same again, and fits no other change', async () => {
  await using at = await shop();

  const first = await at.query(stock('@idempotent(key: "k1")', 3));
  const second = await at.query(stock('@idempotent(key: "k1")', 3));
  const other = await at.query(stock('@idempotent(key: "k1")', 4));

  expect(first.body.data.inventoryAdjustQuantities.userErrors).toEqual([]);
  expect(second.body.data).toEqual(first.body.data);
  expect(other.body.data.inventoryAdjustQuantities.userErrors[0].code).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
});

test('each query costs points, and too dear a one is never run', async () => {
  await using at = await shop();

  const cheap = await at.query('{ orders(first: 10) { nodes { id totalPriceSet { shopMoney { amount } } } } }');
  const dear = await at.query('{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } }');

  expect(cheap.body.extensions.cost).toMatchObject({ requestedQueryCost: 32, throttleStatus: { restoreRate: 100 } });
  expect(dear.body.errors[0].extensions.code).toBe('MAX_COST_EXCEEDED');
});

test('an empty bucket is told with what it holds and how fast it fills', async () => {
  await using at = await shop();
  const limit = JSON.stringify({ family: 'shopify', unitsPerMinute: 5 });
  await fetch(`${at.sandbox.url}/_sandbox/quotas`, { method: 'POST', body: limit });

  const { status, body } = await at.query('{ orders(first: 10) { nodes { id } } }');

  expect(status).toBe(200);
  expect(body).toMatchObject({
    errors: [{ extensions: { code: 'THROTTLED' } }],
    extensions: { cost: { throttleStatus: { maximumAvailable: 5, currentlyAvailable: 5 } } },
  });
});
