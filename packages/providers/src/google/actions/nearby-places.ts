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

export const nearbyPlaces = defineAction({
  name: 'nearby_places',
  title: 'Places nearby',
  description: 'Lists the places around a point, the nearest first, of one kind where that is given.',
  effect: 'read',
  idempotent: true,
  needs: ['places'],
  phrases: ['what is near {latitude} {longitude}'],
  input: z.strictObject({
    latitude,
    longitude,
    radiusMetres: radius.default(1000),
    kind: z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,60}$/)
      .describe("One of Google's kinds of places, as restaurant or train_station")
      .optional(),
    limit: z.int().min(1).max(20).default(10).describe('At most this many'),
  }),
  output: z.object({ places: z.array(Place) }),

  /** @see https://developers.google.com/maps/documentation/places/web-service/nearby-search */
  async run(context, { kind, limit, ...around }) {
    const places = await placesOf(context);
    const requestBody = {
      includedTypes: kind ? [kind] : undefined,
      maxResultCount: limit,
      rankPreference: 'DISTANCE',
      locationRestriction: circleOf(around),
    };
    const page = asRead(GooglePlaces, await places.places.searchNearby({ requestBody }, masked(outlineMask)));
    return { places: page.places.map(toPlace) };
  },

  examples: [{ input: { latitude: 51.5365, longitude: -0.1034, kind: 'restaurant' } }],
});
