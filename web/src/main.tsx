import './lib/zod-setup.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/chat.css';
import './styles/calendar.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { publishNonce } from './lib/nonce.ts';
import { takeFragment } from './lib/fragment.ts';

publishNonce();
takeFragment();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
