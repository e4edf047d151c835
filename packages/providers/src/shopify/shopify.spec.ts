import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { shopify } from './index.ts';

const studio = 'gid://shopify/Location/70001';
const article = 'gid://shopify/InventoryItem/50001';
const wholesale = 'gid://shopify/Order/6004';
const start = (options: Parameters<typeof SandboxAccount.start>[1] = {}) => SandboxAccount.start(shopify, options);
const control = (account: SandboxAccount, path: string, body: unknown) =>
  fetch(`${account.sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const availableAt = async (account: SandboxAccount): Promise<number> => {
  const { output } = await account.run('list_stock', { query: 'FH-TIDE' });
  return output.items[0].places.find(({ locationId }: { locationId: string }) => locationId === studio).available;
};

test('the account is the shop', async () => {
  await using account = await start();

  expect(account.account).toMatchObject({ subject: 'gid://shopify/Shop/1001', name: 'Fernhill Studio' });
});

test('R-1 stock that is counted twice by one run counts once, and is counted back', async () => {
  await using account = await start();
  const before = await availableAt(account);

  const done = await account.run('adjust_stock', { inventoryItemId: article, locationId: studio, by: 7 });
  await done.again();

  expect(done.before).toEqual({ available: before });
  expect(await availableAt(account)).toBe(before + 7);

  await done.undo();

  expect(await availableAt(account)).toBe(before);
});

test('stock is not changed where something else was expected there', async () => {
  await using account = await start();
  const before = await availableAt(account);
  const input = { inventoryItemId: article, locationId: studio, quantity: 5, expected: before + 1 };

  await expect(account.run('set_stock', input)).rejects.toMatchObject({ code: 'conflict' });
  expect(await availableAt(account)).toBe(before);
});

test('a count is not taken back over what was sold since', async () => {
  await using account = await start();
  const set = await account.run('set_stock', { inventoryItemId: article, locationId: studio, quantity: 5 });
  await account.run('adjust_stock', { inventoryItemId: article, locationId: studio, by: -1 });

  await expect(set.undo()).rejects.toMatchObject({ code: 'conflict' });
  expect(await availableAt(account)).toBe(4);
});

test('an order that is sent from two places wants a choice, and each part goes once', async () => {
  await using account = await start();

  await expect(account.run('fulfill_order', { orderId: wholesale })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { choices: [{ label: '#1004 from Harbour store room' }, { label: '#1004 from Studio, Canal Street' }] },
  });

  const { output: left } = await account.run('list_to_send', { orderId: wholesale });
  const part = { orderId: wholesale, fulfillmentOrderId: left.parts[0].id };
  const sent = await account.run('fulfill_order', { ...part, trackingNumber: 'PW-1' });

  const { output: order } = await account.run('read_order', { orderId: wholesale });
  expect(order).toMatchObject({ fulfillment: 'partially_fulfilled', parcels: [{ tracking: ['PW-1'] }] });
  await expect(account.run('fulfill_order', part)).rejects.toMatchObject({ code: 'conflict' });

  await sent.undo();

  expect((await account.run('list_to_send', { orderId: wholesale })).output.parts).toHaveLength(2);
});

test('a note that was changed since is left as it is', async () => {
  await using account = await start();
  const noted = await account.run('update_order', { orderId: wholesale, note: 'One' });
  await account.run('update_order', { orderId: wholesale, note: 'Two' });

  await expect(noted.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('a cancelled order is not cancelled twice, and its goods are on sale again', async () => {
  await using account = await start();
  const before = await availableAt(account);
  const input = { orderId: 'gid://shopify/Order/6006' };

  await account.run('cancel_order', input);
  const calls = account.exchanges.length;
  const again = await account.run('cancel_order', input);

  expect(again.output.state).toBe('cancelled');
  expect(account.exchanges.slice(calls).filter(({ request }) => String(request.body).includes('mutation'))).toEqual([]);
  expect(await availableAt(account)).toBe(before + 3);
});

test('pages follow on each other until there are no more', async () => {
  await using account = await start();
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await account.run('search_orders', { limit: 4, ...(cursor && { cursor }) });
    names.push(...output.orders.map(({ name }: { name: string }) => name));
    cursor = output.nextCursor;
  } while (cursor);

  expect(names).toEqual(['#1006', '#1005', '#1004', '#1003', '#1002', '#1001']);
});

test('what a person typed is looked for as it is', async () => {
  await using account = await start();

  const { output } = await account.run('search_orders', { query: 'status:open' });

  expect(output.orders).toEqual([]);
});

test('a draft whose answer was lost is found by its run', async () => {
  await using account = await start();
  const input = { lines: [{ title: 'Gift wrapping', price: '4.50', quantity: 2 }] };
  const fault = { match: { body: 'CreateDraft' }, kind: 'status', status: 502, after: true };
  await control(account, 'faults', fault);
  const action = shopify.actions.find(({ name }) => name === 'create_draft_order')!;
  const context = account.context(action);

  await expect(action.run(context, action.input.parse(input))).rejects.toMatchObject({ code: 'outcome_unknown' });

  expect(await action.recover!(context, action.input.parse(input))).toMatchObject({ total: { amount: '9.00' } });
});

test('a query that found the bucket empty says how long to wait', async () => {
  await using account = await start({ features: ['orders.read'] });
  await control(account, 'quotas', { family: 'shopify', unitsPerMinute: 1 });

  await expect(account.run('search_orders', {})).rejects.toMatchObject({
    code: 'provider_limited',
    details: { retryAfterSeconds: 1 },
  });
});

test('a permission that was not given is missing, not a dead connection', async () => {
  await using account = await start({ features: ['products.read'] });

  await expect(account.run('search_orders', {})).rejects.toMatchObject({ code: 'scope_missing' });
});
