import { expect, test } from '@jest/globals';
import { within } from '@testing-library/react';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';

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
