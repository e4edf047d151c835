import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { providers } from '../../testing/samples/providers.ts';

const google = providers[0]!;
const [oauth] = google.methods;
const setUp = { consoleUrl: 'https://console.example', links: [], hints: [] };
const withClient = {
  ...google,
  setUp,
  methods: [{ ...oauth!, redirectUri: 'http://localhost:3000/oauth/google/callback' }],
};
const byKey = {
  ...google,
  environment: 'live' as const,
  id: 'telegram',
  title: 'Telegram',
  methods: [{ ...oauth!, kind: 'apiKey' as const }],
};

const hubWith = (provider: c.ProviderView, setup = '') =>
  sampleHub().on(c.getProvider, () => ({ ...provider, actions: [], setup }));

test('where people bring a key of their own there is nothing to set up, and no client is asked for', async () => {
  using page = openPage('/providers/telegram', hubWith(byKey));

  expect(await page.screen.findByText(/There is nothing to set up here/)).toBeTruthy();
  expect(page.screen.queryByText(/Store a client/)).toBeNull();
  expect(page.screen.queryByRole('button', { name: 'Try and save' })).toBeNull();
});

test('a client file is asked for only where the console gives one', async () => {
  {
    using page = openPage('/providers/google', hubWith(withClient));
    await page.screen.findByRole('button', { name: 'Try and save' });
    expect(page.screen.queryByText(/Drop the client file/)).toBeNull();
  }
  using page = openPage('/providers/google', hubWith({ ...withClient, setUp: { ...setUp, clientFile: true } }));

  expect(await page.screen.findByText(/Drop the client file/)).toBeTruthy();
});

test('code in the steps is shown as code', async () => {
  using page = openPage(
    '/providers/google',
    hubWith(withClient, 'Then call it:\n\n```sh\ncurl HUB/proxy\n```\n\nDone.'),
  );

  const code = await page.screen.findByText('curl HUB/proxy');

  expect(code.tagName).toBe('PRE');
  expect(page.screen.queryByText(/```/)).toBeNull();
});
