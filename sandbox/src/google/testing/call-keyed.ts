import type { CallOf } from './call-mail.ts';

/** Every method of Keep, for a service account's token. */
export async function callKeep(call: CallOf): Promise<void> {
  const notes = 'https://keep.googleapis.com/v1/notes';
  await call('GET', notes);
  await call('GET', `${notes}?filter=${encodeURIComponent('create_time > "2026-01-01T00:00:00Z" AND trashed')}`);
  const made = await call('POST', notes, { title: 'Held', body: { list: { listItems: [{ text: { text: 'One' } }] } } });
  await call('GET', `https://keep.googleapis.com/v1/${made.body.name}`);
  await call('DELETE', `https://keep.googleapis.com/v1/${made.body.name}`);
}

/** Every method of Places, for an API key. */
export async function callPlaces(call: CallOf): Promise<void> {
  const places = 'https://places.googleapis.com/v1/places';
  await call('POST', `${places}:searchText`, { textQuery: 'coffee', pageSize: 1 });
  await call('POST', `${places}:searchNearby`, {
    locationRestriction: { circle: { center: { latitude: 51.5365, longitude: -0.1034 }, radius: 900 } },
  });
  await call('POST', `${places}:autocomplete`, { input: 'Olive' });
  await call('GET', `${places}/place-olive-and-salt`);
}
