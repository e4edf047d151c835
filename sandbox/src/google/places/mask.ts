import { GoogleError } from '../errors.ts';
import { masked } from '../fields.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';

/** Every field of a place that a mask may name. */
const placeFields: ReadonlySet<string> = new Set([
  'accessibilityOptions', 'addressComponents', 'addressDescriptor', 'adrFormatAddress', 'allowsDogs', 'attributions',
  'businessStatus', 'consumerAlert', 'containingPlaces', 'curbsidePickup', 'currentOpeningHours', 'currentSecondaryOpeningHours',
  'delivery', 'dineIn', 'displayName', 'editorialSummary', 'entrances', 'evChargeAmenitySummary', 'evChargeOptions',
  'formattedAddress', 'fuelOptions', 'generativeSummary', 'goodForChildren', 'goodForGroups', 'goodForWatchingSports',
  'googleMapsLinks', 'googleMapsTypeLabel', 'googleMapsUri', 'iconBackgroundColor', 'iconMaskBaseUri', 'id', 'internationalPhoneNumber',
  'liveMusic', 'location', 'menuForChildren', 'movedPlace', 'movedPlaceId', 'name', 'nationalPhoneNumber', 'navigationPoints',
  'neighborhoodSummary', 'openingDate', 'outdoorSeating', 'parkingOptions', 'paymentOptions', 'photos', 'plusCode',
  'postalAddress', 'priceLevel', 'priceRange', 'primaryType', 'primaryTypeDisplayName', 'pureServiceAreaBusiness',
  'rating', 'regularOpeningHours', 'regularSecondaryOpeningHours', 'reservable', 'restroom', 'reviewSummary', 'reviews',
  'servesBeer', 'servesBreakfast', 'servesBrunch', 'servesCocktails', 'servesCoffee', 'servesDessert', 'servesDinner',
  'servesLunch', 'servesVegetarianFood', 'servesWine', 'shortFormattedAddress', 'subDestinations', 'takeout', 'timeZone',
  'transitStation', 'types', 'userRatingCount', 'utcOffsetMinutes', 'viewport', 'websiteUri',
]); // prettier-ignore

const bad = (message: string): GoogleError => new GoogleError(400, 'badRequest', message, { location: 'fields' });

/** Cuts an answer down to the mask of the request. @throws {GoogleError} 400 where there is none, or it names what there is not. */
export function asMasked(request: SandboxRequest, answer: object, under: 'places' | undefined): unknown {
  const header = request.headers['x-goog-fieldmask'];
  const mask =
    (typeof header === 'string' ? header : undefined) ?? request.query.get('$fields') ?? request.query.get('fields');
  if (!mask)
    throw bad(
      'FieldMask is a required parameter. See https://cloud.google.com/apis/docs/system-parameters on how to provide it.',
    );
  if (mask === '*') return answer;
  for (const path of mask.split(',')) {
    const [first = '', second] = path.split('.');
    const known = under
      ? first === 'nextPageToken' || (first === under && (!second || placeFields.has(second)))
      : placeFields.has(first);
    if (!known) throw bad(`Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`);
  }
  return masked(answer, mask.replaceAll('.', '/'));
}
