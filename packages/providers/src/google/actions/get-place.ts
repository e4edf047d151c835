import { outsideId } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, placesOf } from '../client.ts';
import { detailsMask, GooglePlace, masked, PlaceDetails, placeName, toPlace } from '../places/place.ts';

export const getPlace = defineAction({
  name: 'get_place',
  title: 'Look at a place',
  description: 'Reads the address, telephone number, website, rating and opening hours of a place.',
  effect: 'read',
  idempotent: true,
  needs: ['places'],
  phrases: ['when is {placeId} open', 'telephone number of {placeId}'],
  input: z.strictObject({
    placeId: outsideId(512).describe('Place id, as search_places tells'),
  }),
  output: PlaceDetails,

  /** @see https://developers.google.com/maps/documentation/places/web-service/place-details */
  async run(context, { placeId }) {
    const places = await placesOf(context);
    const name = placeName(placeId);
    const place = asRead(GooglePlace, await places.places.get({ name }, masked(detailsMask)));
    return {
      ...toPlace(place),
      phone: place.internationalPhoneNumber,
      website: place.websiteUri,
      rating: place.rating,
      openingHours: place.regularOpeningHours?.weekdayDescriptions,
    };
  },

  examples: [{ input: { placeId: 'place-olive-and-salt' } }],
});
