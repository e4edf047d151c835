import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fixture } from '../fixture.ts';
import { Store } from './store.ts';

function folder(): { file: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'sandbox-'));
  return { file: join(path, 'state.json'), [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

test('what was kept is there after a restart, large bytes too', () => {
  using place = folder();
  const store = new Store(place.file);
  store.part<{ list: number[] }>('a', () => ({ list: [] })).list.push(1);
  const small = store.putBlob(Buffer.from('small'));
  const large = store.putBlob(Buffer.alloc(300_000, 1));
  store.flush();
  store.part<{ list: number[] }>('a', () => ({ list: [] })).list.push(2);
  store.flush();

  const again = new Store(place.file);

  expect(again.part('a', () => ({}))).toEqual({ list: [1, 2] });
  expect(again.blob(small).toString()).toBe('small');
  expect(again.blob(large)).toHaveLength(300_000);
});

test('a message whose bytes are gone is still answered', () => {
  using place = folder();
  writeFileSync(place.file, '{"tree":{},"blobs":{}}');

  expect(new Store(place.file).blob('0'.repeat(40)).toString()).toContain('no longer here');
});

test('a grant, an event and a sent message outlive a restart of the sandbox', async () => {
  using place = folder();
  const event = { id: 'outlives0', summary: 'Kept', start: { date: '2027-01-01' }, end: { date: '2027-01-02' } };
  const path = 'https://www.googleapis.com/calendar/v3/calendars/primary/events';
  const before = await Fixture.start({ dataFile: place.file });
  const tokens = await before.grant(['openid', 'calendar.events']);
  await before.call(tokens.access_token, 'POST', path, event);
  await before.sandbox.close();

  await using after = await Fixture.start({ dataFile: place.file });

  const refreshed = await after.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token! });
  expect(refreshed.status).toBe(200);
  expect((await after.call(tokens.access_token, 'GET', `${path}/outlives0`)).body.summary).toBe('Kept');
});
