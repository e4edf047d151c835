import { expect, test } from '@jest/globals';
import { type Connection, listConnections, listProviderStates, type ProviderView } from '@switchboard/contracts';
import { startGateway } from '../testing/start-gateway.ts';

const connection = (id: number, changes: Partial<Connection>) =>
  ({
    id: `01990000-0000-7000-8000-00000000000${id}`,
    label: 'Ada',
    providerTitle: 'Acme',
    method: 'oauth',
    account: { subject: 's' },
    environment: 'sandbox',
    status: 'active',
    features: [],
    missingFeatures: [],
    defaultFor: [],
    settings: {},
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    ...changes,
  }) as Connection;
const acme = {
  id: 'acme',
  title: 'Acme',
  description: 'Notes.',
  docsUrl: 'https://acme.test',
  features: [],
  environment: 'sandbox',
  ready: true,
  methods: [],
} as ProviderView;

test('the status names every provider, and those of which only connections are left', async () => {
  await using gateway = await startGateway();
  gateway.bus.answer(listProviderStates, { items: [acme] });
  const unsupported = {
    provider: 'gone',
    providerTitle: 'gone',
    statusReason: 'gone is not supported by this version.',
  };
  gateway.bus.answer(listConnections, { items: [connection(1, { provider: 'acme' }), connection(2, unsupported)] });

  const { body } = await gateway.as('ada').get('/api/v1/status');

  expect(body).toMatchObject({
    items: [
      { provider: 'acme', title: 'Acme', connected: true, accounts: [{ label: 'Ada' }] },
      {
        provider: 'gone',
        title: 'gone',
        connected: false,
        ready: false,
        accounts: [{ statusReason: unsupported.statusReason }],
      },
    ],
  });
});
