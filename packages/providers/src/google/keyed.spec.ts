import { expect, test } from '@jest/globals';
import { createSandbox } from '@switchboard/sandbox';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { sandboxClient } from '../testing/sandbox-client.ts';
import { google } from './index.ts';

const ofKeep = () => SandboxAccount.start(google, { method: 'keep' });
const ofPlaces = (credential?: string) => SandboxAccount.start(google, { method: 'places', credential });

test('a service account acts for the person named, and notes are added, found, read and deleted', async () => {
  await using account = await ofKeep();
  expect(account.account.email).toBe('ada@fernhill.example');

  const made = await account.run('create_note', { title: 'Shopping', items: ['Coffee', 'Oat milk'] });
  await expect(made.recover()).resolves.toMatchObject({ id: made.output.id });
  const read = await account.run('read_note', { noteId: made.output.id });
  expect(read.output.items).toEqual([
    { text: 'Coffee', checked: false },
    { text: 'Oat milk', checked: false },
  ]);

  const deleted = await account.run('delete_note', { noteId: made.output.id });
  await expect(deleted.recover()).resolves.toMatchObject({ deleted: true });
  const { output } = await account.run('list_notes', {});
  expect(output.notes.map(({ title }: { title: string }) => title)).toEqual([
    'Packing for Lisbon',
    'Copy workshop',
    'Guest wifi',
  ]);
});

test('notes are paged, subordinate items are listed, and the bin is left out', async () => {
  await using account = await ofKeep();

  const first = await account.run('list_notes', { limit: 1 });
  const second = await account.run('list_notes', { limit: 2, cursor: first.output.nextCursor });

  expect(first.output.notes[0].items.map(({ text }: { text: string }) => text)).toEqual([
    'Passport',
    'Charger',
    'For the plane',
    'Book',
  ]);
  expect(second.output.nextCursor).toBeUndefined();
});

test('O-8 a private Google account cannot connect Keep', async () => {
  await using sandbox = await createSandbox({ clients: [sandboxClient(google.id)] });
  const settings = { person: 'ada.marsh.demo@gmail.com' };

  const connecting = SandboxAccount.start(google, { method: 'keep', settings, sandbox });

  await expect(connecting).rejects.toThrow('unauthorized_client');
});

test('a note with words and items, and an id that is no note, are refused', async () => {
  await using account = await ofKeep();

  await expect(account.run('create_note', { text: 'a', items: ['b'] })).rejects.toMatchObject({
    code: 'input_invalid',
  });
  await expect(account.run('read_note', { noteId: 'notes/../people/me' })).rejects.toMatchObject({
    code: 'input_invalid',
  });
});

test('places are found by words, around a point and by their beginnings, and looked at', async () => {
  await using account = await ofPlaces();

  const found = await account.run('search_places', { query: 'coffee', limit: 1 });
  const more = await account.run('search_places', { query: 'coffee', limit: 1, cursor: found.output.nextCursor });
  const near = await account.run('nearby_places', { latitude: 51.5369, longitude: -0.1042, radiusMetres: 50 });
  const begun = await account.run('suggest_places', { query: 'oli' });
  const place = await account.run('get_place', { placeId: begun.output.places[0].id });

  expect([...found.output.places, ...more.output.places].map(({ name }: { name: string }) => name)).toEqual([
    'Café Anna',
    'Slow Pour Coffee',
  ]);
  expect(near.output.places[0]).toMatchObject({ name: 'The Old Bakery', closed: true });
  expect(place.output).toMatchObject({ name: 'Olive & Salt', phone: '+44 20 7946 0151', rating: 4.6 });
  expect(place.output.openingHours[0]).toBe('Monday: 12:00 PM – 11:00 PM');
});

test('the key goes into its header and only what is shown is asked for', async () => {
  await using account = await ofPlaces();

  await account.run('search_places', { query: 'theatre' });

  const { request } = account.exchanges.at(-1)!;
  expect(request.headers['x-goog-fieldmask']).toBe(
    'nextPageToken,places.id,places.displayName,places.formattedAddress,places.location,places.types,places.googleMapsUri,places.businessStatus',
  );
  expect(request.url.href).not.toContain('AIza');
});

test('half a point is refused', async () => {
  await using account = await ofPlaces();

  await expect(account.run('search_places', { query: 'x', latitude: 51 })).rejects.toMatchObject({
    code: 'input_invalid',
  });
});
