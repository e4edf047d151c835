import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { within } from '@testing-library/react';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { now } from '../../testing/samples/base.ts';
import { google } from '../../testing/samples/providers.ts';

const method = { ...google.methods[0]!, redirectUri: 'http://localhost:3000/oauth/trello/callback' };
const client = { clientId: 'id-1', source: 'stored' as const, testing: false };
const refused = { result: 'refused' as const, message: 'Trello does not know it.', checkedAt: now };
const trello = (first: object, second: object): c.ProviderView => ({
  ...google,
  id: 'trello',
  title: 'Trello',
  methods: [
    { ...method, id: 'oauth', title: 'OAuth 2.0', ...first },
    { ...method, id: 'token', title: 'Key and token', ...second },
  ],
});
const cardOf = async (provider: c.ProviderView, page: ReturnType<typeof openPage>) =>
  within(await page.screen.findByRole('link', { name: new RegExp(provider.title) }));

test.each([
  [{}, { client }, ['OAuth 2.0: No client yet', 'Key and token: Set up']],
  [{ client }, { client: { ...client, check: refused } }, ['OAuth 2.0: Set up', 'Key and token: Refused']],
])('a provider with several clients says how each of them stands', async (first, second, told) => {
  const provider = trello(first, second);
  using page = openPage(
    '/providers',
    sampleHub().on(c.getProviders, () => ({ items: [provider] })),
  );

  const card = await cardOf(provider, page);

  for (const text of told) expect(card.getByText(text)).toBeTruthy();
});

test('a provider with one client says how that stands, and one with none that there is nothing to do', async () => {
  const one = { ...google, methods: [{ ...method, client }] };
  const byKey = { ...google.methods[0]!, kind: 'apiKey' as const };
  const none = { ...google, id: 'telegram', title: 'Telegram', description: 'Bots.', methods: [byKey] };
  using page = openPage(
    '/providers',
    sampleHub().on(c.getProviders, () => ({ items: [one, none] })),
  );

  expect((await cardOf(one, page)).getByText('Set up')).toBeTruthy();
  expect((await cardOf(none, page)).getByText('Ready: needs no client')).toBeTruthy();
});
