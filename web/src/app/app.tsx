import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { i18n } from '../i18n/i18n.ts';
import { styleNonce } from '../lib/nonce.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { ConfirmIdentityDialog } from './confirm-identity-dialog.tsx';
import { createRouter } from './router.tsx';
import { contrast, theme } from './theme.ts';

/** The whole dashboard. */
export function App() {
  const [client] = useState(createQueryClient);
  const [router] = useState(createRouter);
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={contrast}
          defaultColorScheme="auto"
          getStyleNonce={styleNonce}
          deduplicateInlineStyles
        >
          <Notifications position="bottom-right" limit={3} />
          <ConfirmIdentityDialog />
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
