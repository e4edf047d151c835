import { expect, test } from '@jest/globals';
import * as contracts from '@switchboard/contracts';
import type { MessageDefinition } from '@switchboard/contracts';
import pg from 'pg';
import { startTestAuth } from '../testing/start-test-auth.ts';

const ofAuth = (value: unknown): value is MessageDefinition =>
  (value as MessageDefinition | undefined)?.kind === 'message' &&
  (value as MessageDefinition).subject.startsWith('auth.');
const guarded = Object.values(contracts as Record<string, unknown>)
  .filter(ofAuth)
  .filter(({ permission }) => permission !== 'public');

test('A-5 a message that shows no caller is nobody’s: never the owner’s, never the operator’s', async () => {
  await using auth = await startTestAuth();
  await auth.signIn();

  expect(guarded.length).toBeGreaterThan(20);
  for (const message of guarded)
    await expect(
      auth.ask(message, {}).catch(({ code }: { code: string }) => `${message.subject} ${code}`),
    ).resolves.toBe(`${message.subject} unauthenticated`);
});

test('A-5 an empty, cut or foreign key and an empty session are nobody, whoever else is signed in', async () => {
  await using auth = await startTestAuth();
  const ada = await auth.signIn();
  const body = { name: 'Script', scopes: ['connections:read' as const] };
  const { key } = await auth.ask(contracts.createApiKey, body, ada);

  for (const token of [' ', 'undefined', 'null', key.slice(0, -1), key.replace('swb_key', 'swb_app')]) {
    await expect(auth.resolve(token, 'api_key')).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(auth.resolve(token, 'session')).rejects.toMatchObject({ code: 'unauthenticated' });
  }
});

test('A-5 a transaction that names no member, or half of one, sees no row', async () => {
  await using auth = await startTestAuth();
  const { claims } = await auth.signIn();
  const client = new pg.Client({ connectionString: auth.urlAs('auth') });
  await client.connect();
  const seenAs = async (hub: string, member: string): Promise<number> => {
    await client.query(`SELECT set_config('swb.hub', $1, false), set_config('swb.member', $2, false)`, [hub, member]);
    return (await client.query('SELECT id FROM auth.session')).rows.length;
  };

  expect(await client.query('SELECT id FROM auth.session')).toMatchObject({ rows: [] });
  expect(await seenAs('', '')).toBe(0);
  expect(await seenAs(claims.hubId, '')).toBe(0);
  expect(await seenAs('', claims.memberId)).toBe(0);
  expect(await seenAs(claims.hubId, claims.memberId)).toBe(1);
  await client.end();
});
