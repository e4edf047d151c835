import { expect, test } from '@jest/globals';
import { Fixture } from '../../fixture.ts';
import { placesKey } from './key.ts';

const base = 'https://places.googleapis.com/v1/places';
const search = (fixture: Fixture, headers: Record<string, string>, body: unknown = { textQuery: 'coffee' }) =>
  fixture.call('', 'POST', `${base}:searchText`, body, { authorization: '', ...headers });
const key = { 'x-goog-api-key': placesKey };

test('a call needs the key of a project and says which fields it wants', async () => {
  await using fixture = await Fixture.start();

  expect((await search(fixture, { 'x-goog-fieldmask': 'places.id' })).status).toBe(403);
  const wrong = await search(fixture, { 'x-goog-api-key': 'AIzaWrong', 'x-goog-fieldmask': 'places.id' });
  expect([wrong.status, wrong.body.error.details[0].reason]).toEqual([400, 'API_KEY_INVALID']);
  expect((await search(fixture, key)).status).toBe(400);
  expect((await search(fixture, { ...key, 'x-goog-fieldmask': 'places.colour' })).status).toBe(400);
  expect((await search(fixture, { ...key, 'x-goog-fieldmask': 'id' })).status).toBe(400);
});

test('only the fields asked for are answered, page by page', async () => {
  await using fixture = await Fixture.start();
  const mask = { ...key, 'x-goog-fieldmask': 'nextPageToken,places.id,places.displayName.text' };

  const first = await search(fixture, mask, { textQuery: 'coffee', pageSize: 1 });

  expect(first.body.places).toEqual([{ id: 'place-cafe-anna', displayName: { text: 'Café Anna' } }]);
  const second = await search(fixture, mask, { textQuery: 'coffee', pageSize: 1, pageToken: first.body.nextPageToken });
  expect(second.body).toEqual({ places: [{ id: 'place-slow-pour', displayName: { text: 'Slow Pour Coffee' } }] });
});

test('what is near wants a circle, and an unknown member or too large a page is refused', async () => {
  await using fixture = await Fixture.start();
  const mask = { authorization: '', ...key, 'x-goog-fieldmask': '*' };
  const near = (body: unknown) => fixture.call('', 'POST', `${base}:searchNearby`, body, mask);
  const circle = { center: { latitude: 51.5365, longitude: -0.1034 }, radius: 60 };

  expect((await near({})).status).toBe(400);
  expect((await near({ locationRestriction: { circle: { ...circle, radius: 0 } } })).status).toBe(400);
  expect((await near({ locationRestriction: { circle }, textQuery: 'x' })).status).toBe(400);
  expect((await near({ locationRestriction: { circle }, maxResultCount: 21 })).status).toBe(400);
  const { body } = await near({ locationRestriction: { circle }, maxResultCount: 2 });
  expect(body.places.map(({ id }: { id: string }) => id)).toEqual(['place-mill-lane-post', 'place-fernhill-studio']);
});
