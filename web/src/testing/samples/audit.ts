import * as c from '@switchboard/contracts';
import { at } from './base.ts';
import { me } from './people.ts';

export const audit: c.AuditEntry[] = (['ok', 'denied'] as const).map((outcome, index) => ({
  sequence: 5 - index,
  at: at(-index * 30),
  service: 'auth',
  event: index === 0 ? 'session.created' : 'connection.read',
  actor: me.email,
  outcome,
  details: {},
  hash: 'f'.repeat(64),
}));
