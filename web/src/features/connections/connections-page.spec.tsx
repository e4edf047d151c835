import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { waitFor, within } from '@testing-library/react';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { id, now } from '../../testing/samples/base.ts';
import { connection, connectionMore, receiptOf } from '../../testing/samples/connections.ts';
import { providers } from '../../testing/samples/providers.ts';

test('what needs the person comes first, with its reason and its button', async () => {
  using page = openPage('/connections', sampleHub());

  const cards = await page.screen.findAllByRole('article');

  expect(within(cards[0]!).getByText('Reconnect needed')).toBeTruthy();
  expect(within(cards[0]!).getByRole('button', { name: 'Reconnect' })).toBeTruthy();
  expect(within(cards[1]!).getByText('Send mail: not granted')).toBeTruthy();
});

test('a filter in the address shows only what fits it', async () => {
  using page = openPage('/connections?status=active', sampleHub());

  const cards = await page.screen.findAllByRole('article');

  expect(cards).toHaveLength(1);
});

test('without connections the page is the catalogue with search', async () => {
  using page = openPage('/connections', sampleHub({ connections: [] }));

  await page.user.type(await page.screen.findByRole('textbox', { name: 'Search providers' }), 'tasks');

  expect(await page.screen.findByRole('link', { name: /Asana/ })).toBeTruthy();
  expect(page.screen.queryByRole('button', { name: /Google/ })).toBeNull();
});

test('disconnecting ends with a receipt of every step', async () => {
  using page = openPage('/connections', sampleHub());

  await page.user.click(await page.screen.findByRole('button', { name: 'What to do with Google, work' }));
  await page.user.click(await page.screen.findByRole('menuitem', { name: 'Disconnect' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Disconnect' }));

  const receipt = await page.screen.findByRole('list', { name: 'Steps' });
  expect(within(receipt).getAllByRole('listitem')).toHaveLength(3);
});

test('an account that ends soon is told of with its reason, until the notice is dismissed', async () => {
  const notice: c.Notice = {
    id: c.NoticeId.parse(id(600)),
    connectionId: connection.id,
    provider: 'box',
    label: 'Plans',
    kind: 'ends_soon',
    reason: 'Box ends access that was not used for 60 days.',
    endsAt: now,
    raisedAt: now,
  };
  using page = openPage('/connections', sampleHub({ notices: [notice] }));

  expect(await page.screen.findByText(/not used for 60 days/)).toBeTruthy();
  await page.user.click(page.screen.getByRole('button', { name: 'Dismiss the notice about Plans' }));

  await waitFor(() => expect(page.screen.queryByText(/not used for 60 days/)).toBeNull());
});

test('the receipt of a disconnected account is found again', async () => {
  const { steps } = receiptOf(connection);
  const over = { ...connection, label: 'google', status: 'disconnected' as const };
  const hub = sampleHub()
    .on(c.getConnections, ({ query }) => ({ items: query.status === 'disconnected' ? [over] : [] }))
    .on(c.getConnectionRoute, () => ({ ...over, ...connectionMore, receipt: steps }));
  using page = openPage('/connections', hub);

  await page.screen.findByRole('textbox', { name: 'Search providers' });
  await page.user.click(page.screen.getByRole('link', { name: 'Disconnected accounts and their receipts' }));
  await page.user.click(await page.screen.findByRole('link', { name: /Google/ }));

  expect(await page.screen.findByText(steps[0]!.detail)).toBeTruthy();
});

test('a connection without actions shows how it is called through the hub', async () => {
  const hub = sampleHub().on(c.getProvider, () => ({ ...providers[0]!, actions: [] }));
  using page = openPage(`/connections/${connection.id}`, hub);

  const address = await page.screen.findByRole<HTMLInputElement>('textbox', { name: 'Address' });

  expect(address.value).toMatch(new RegExp(`/api/v1/connections/${connection.id}/proxy/$`));
  expect(page.screen.getByRole<HTMLInputElement>('textbox', { name: 'For example' }).value).toContain('curl');
});
