import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ConfirmIdentityDialog } from '../app/confirm-identity-dialog.tsx';
import { routes } from '../app/router.tsx';
import { i18n } from '../i18n/i18n.ts';
import { createQueryClient } from '../lib/query-client.ts';
import './browser.ts';
import type { FakeHub } from './fake-hub.ts';

// A busy machine may take its time; a page that never gets there still fails.
configure({ asyncUtilTimeout: 8_000 });

/** Opens the whole dashboard at an address over a hub in memory; disposing takes it down. */
export function openPage(address: string, hub: FakeHub) {
  const before = globalThis.fetch;
  globalThis.fetch = hub.fetch as typeof fetch;
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <MantineProvider env="test">
          <Notifications />
          <ConfirmIdentityDialog />
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return {
    screen,
    router,
    user: userEvent.setup(),
    [Symbol.dispose]() {
      cleanup();
      client.clear();
      globalThis.fetch = before;
    },
  };
}
