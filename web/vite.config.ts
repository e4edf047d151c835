import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const hub = 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The hub puts the nonce of each answer in the place of this word.
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: { conditions: ['@switchboard/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // zod is told to leave `Function` alone before any schema is made: both stand in the first chunk that runs.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|zod-setup/ }] },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api', '/oauth', '/sign-in/google', '/connected', '/provider-icons', '/openapi.json', '/docs', '/health'].map(
        (path) => [path, { target: hub, changeOrigin: false }],
      ),
    ),
  },
});
