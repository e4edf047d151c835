import { expect, test } from '@jest/globals';
import { audit } from '../../testing/samples/audit.ts';
import { subjectName } from './audit-names.ts';

const names = new Map([
  ['c1', 'Google, work'],
  ['google', 'Google'],
]);

test.each([
  ['what has a name of its own', { subject: 's1', details: { name: 'Bot key', result: 'works' } }, 'Bot key'],
  ['a connection', { subject: 'c1', details: { provider: 'google' } }, 'Google, work'],
  ['a connection that is gone, by its provider', { subject: 'c2', details: { provider: 'google' } }, 'Google'],
  ['an action and its account', { details: { action: 'google.send_mail', connectionId: 'c1' } }, 'Send mail · Google, work'], // prettier-ignore
  ['nothing that has a name', { details: {} }, undefined],
])('an entry is about %s', (_, entry, name) => {
  expect(subjectName({ ...audit[0]!, ...entry }, names)).toBe(name);
});
