import { expect, test } from '@jest/globals';
import { listConnections } from '@switchboard/contracts';
import { join } from '../testing/people.ts';
import { seedConnections } from '../testing/seed-connections.ts';
import { startWithPeer } from '../testing/with-peer.ts';

test('a long list comes in pages that leave out nobody and repeat nobody', async () => {
  await using hub = await startWithPeer();
  await seedConnections(hub.auth, hub.ada.claims, 250);
  const seen: string[] = [];
  let cursor: string | undefined;

  do {
    const page = await hub.auth.ask(listConnections, { limit: 100, ...(cursor && { cursor }) }, hub.ada);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);

  expect(seen).toHaveLength(250);
  expect(new Set(seen).size).toBe(250);
});

test('a list is filtered before it is cut, and a cursor that is none is refused', async () => {
  await using hub = await startWithPeer();
  await seedConnections(hub.auth, hub.ada.claims, 30);
  await seedConnections(hub.auth, hub.ada.claims, 1, { subject: `'writer'`, features: `'{notes.write}'` });

  const { items } = await hub.auth.ask(listConnections, { feature: 'notes.write', limit: 5 }, hub.ada);

  expect(items).toMatchObject([{ account: { subject: 'writer' } }]);
  await expect(hub.auth.ask(listConnections, { cursor: 'x' }, hub.ada)).rejects.toMatchObject({
    code: 'input_invalid',
  });
});

test('A-2 another member’s list is empty', async () => {
  await using hub = await startWithPeer();
  await seedConnections(hub.auth, hub.ada.claims, 3);
  const bo = await join(hub.auth, hub.ada);

  expect((await hub.auth.ask(listConnections, {}, bo)).items).toEqual([]);
});
