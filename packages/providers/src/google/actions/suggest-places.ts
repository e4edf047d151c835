import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, placesOf } from '../client.ts';
import { circleOf, latitude, longitude, radius } from '../places/place.ts';

const Suggested = z.object({
  suggestions: z
    .array(
      z.object({
        placePrediction: z.object({ placeId: z.string(), text: z.object({ text: z.string() }) }).optional(),
      }),
    )
    .default([]),
});

export const suggestPlaces = defineAction({
  name: 'suggest_places',
  title: 'Suggest places',
  description: 'Completes the beginning of a name or address to the places it may mean.',
  effect: 'read',
  idempotent: true,
  needs: ['places'],
  phrases: ['which place begins with {query}'],
  input: z.strictObject({
    query: z.string().min(1).max(200).describe('Beginning of a name or address'),
    latitude: latitude.optional(),
    longitude: longitude.optional(),
    radiusMetres: radius.default(5000),
  }),
  output: z.object({ places: z.array(z.object({ id: z.string(), name: z.string() })) }),

  /** @see https://developers.google.com/maps/documentation/places/web-service/place-autocomplete */
  async run(context, { query, ...around }) {
    const places = await placesOf(context);
    const requestBody = { input: query, locationBias: circleOf(around) };
    const { suggestions } = asRead(Suggested, await places.places.autocomplete({ requestBody }, { retry: true }));
    return {
      places: suggestions.flatMap(({ placePrediction: one }) =>
        one ? [{ id: one.placeId, name: one.text.text }] : [],
      ),
    };
  },

  examples: [{ input: { query: 'Olive' } }],
});
