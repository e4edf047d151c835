import { HubError } from '@switchboard/contracts';
import { z } from 'zod';

const Named = z.object({ text: z.string().default('') });
const LatLng = z.object({ latitude: z.number().default(0), longitude: z.number().default(0) });

export const GooglePlace = z.object({
  id: z.string(),
  displayName: Named.optional(),
  formattedAddress: z.string().optional(),
  location: LatLng.optional(),
  types: z.array(z.string()).optional(),
  googleMapsUri: z.url().optional(),
  internationalPhoneNumber: z.string().optional(),
  websiteUri: z.url().optional(),
  rating: z.number().optional(),
  businessStatus: z.string().optional(),
  regularOpeningHours: z.object({ weekdayDescriptions: z.array(z.string()).default([]) }).optional(),
});
export type GooglePlace = z.infer<typeof GooglePlace>;
export const GooglePlaces = z.object({
  places: z.array(GooglePlace).default([]),
  nextPageToken: z.string().optional(),
});

/** Google must be told which members it is to answer, and charges by them; these are the cheaper half. */
const outline = ['id', 'displayName', 'formattedAddress', 'location', 'types', 'googleMapsUri', 'businessStatus'];
const details = ['internationalPhoneNumber', 'websiteUri', 'rating', 'regularOpeningHours.weekdayDescriptions'];

export const outlineMask = outline.map((field) => `places.${field}`).join(',');
export const detailsMask = [...outline, ...details].join(',');

/** The options of a call that asks for these members only; reading twice changes nothing. */
export const masked = (mask: string) => ({ headers: { 'X-Goog-FieldMask': mask }, retry: true });

/** A place as people know it. */
export const Place = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  kinds: z.array(z.string()),
  closed: z.boolean(),
  url: z.url().optional(),
});
export type Place = z.infer<typeof Place>;

export const PlaceDetails = Place.extend({
  phone: z.string().optional(),
  website: z.url().optional(),
  rating: z.number().optional(),
  openingHours: z.array(z.string()).optional(),
});

export const toPlace = (place: GooglePlace): Place => ({
  id: place.id,
  name: place.displayName?.text ?? '',
  address: place.formattedAddress,
  latitude: place.location?.latitude,
  longitude: place.location?.longitude,
  kinds: place.types ?? [],
  closed: place.businessStatus?.startsWith('CLOSED') ?? false,
  url: place.googleMapsUri,
});

export const latitude = z.number().min(-90).max(90).describe('Degrees north of the equator');
export const longitude = z.number().min(-180).max(180).describe('Degrees east of Greenwich');
export const radius = z.number().min(1).max(50_000).describe('Metres around');

interface Around {
  readonly latitude?: number;
  readonly longitude?: number;
  readonly radiusMetres: number;
}

/** A circle around a point. @throws HubError `input_invalid` for half a point. */
export function circleOf({ latitude, longitude, radiusMetres }: Around) {
  if (latitude === undefined && longitude === undefined) return undefined;
  if (latitude === undefined || longitude === undefined) {
    throw new HubError('input_invalid', 'A point needs a latitude and a longitude.');
  }
  return { circle: { center: { latitude, longitude }, radius: radiusMetres } };
}

/** The name of a place in Google's addresses. @throws HubError `input_invalid` for what cannot be a place id. */
export function placeName(id: string): string {
  if (/^[\w-]+$/.test(id)) return `places/${id}`;
  throw new HubError('input_invalid', 'That is no place id of Google.');
}
