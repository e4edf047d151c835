import * as c from '@switchboard/contracts';
import { id, at } from './base.ts';
import { connection } from './connections.ts';

export const apiKey: c.ApiKey = {
  id: c.ApiKeyId.parse(id(70)),
  name: 'Nightly report',
  scopes: ['connections:read', 'actions:read'],
  prefix: 'swb_live_01',
  createdAt: at(-4000),
  expiresAt: at(90_000),
};
export const apiKeys = [
  apiKey,
  { ...apiKey, id: c.ApiKeyId.parse(id(71)), name: 'Phone', connectionId: connection.id, lastUsedAt: at(-7) },
];
export const secrets: c.SecretView[] = [
  {
    id: id(80),
    name: 'Weather API',
    lastFour: '9f2c',
    createdAt: at(-20_000),
    settings: {},
    connections: [],
    check: { result: 'works', message: 'The service took the key.', checkedAt: at(-30) },
  },
  { id: id(81), name: 'Old printer', lastFour: '11aa', createdAt: at(-90_000), settings: {}, connections: [] },
];
