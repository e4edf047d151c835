import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, placesOf } from '../client.ts';
import {
  circleOf,
  GooglePlaces,
  latitude,
  longitude,
  masked,
  outlineMask,
  Place,
  radius,
  toPlace,
} from '../places/place.ts';

export const searchPlaces = defineAction({
  name: 'search_places',
  title: 'Search places',
  description: 'Finds places by words, as "Italian restaurant in Leeds"; a point makes those near it come first.',
  effect: 'read',
  idempotent: true,
  needs: ['places'],
  phrases: ['find {query}', 'where is {query}'],
  input: z.strictObject({
    query: z.string().min(1).max(500).describe('What to look for, and where'),
    latitude: latitude.optional(),
    longitude: longitude.optional(),
    radiusMetres: radius.default(5000),
    openNow: z.boolean().default(false).describe('Only those that are open now'),
    limit: z.int().min(1).max(20).default(10).describe('At most this many'),
    cursor: z.string().max(4096).describe('Where the last page ended').optional(),
  }),
  output: z.object({ places: z.array(Place), nextCursor: z.string().optional() }),

  /** @see https://developers.google.com/maps/documentation/places/web-service/text-search */
  async run(context, { query, openNow, limit, cursor, ...around }) {
    const places = await placesOf(context);
    const requestBody = {
      textQuery: query,
      pageSize: limit,
      pageToken: cursor,
      openNow: openNow || undefined,
      locationBias: circleOf(around),
    };
    const mask = masked(`nextPageToken,${outlineMask}`);
    const page = asRead(GooglePlaces, await places.places.searchText({ requestBody }, mask));
    return { places: page.places.map(toPlace), nextCursor: page.nextPageToken };
  },

  examples: [
    { input: { query: 'restaurant near Canal Street' } },
    { title: 'Near a point', input: { query: 'coffee', latitude: 51.5365, longitude: -0.1034, openNow: true } },
  ],
});
