import { z } from 'zod';

const point = z.strictObject({
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
});
const circle = z.strictObject({
  center: point.nullish(),
  radius: z.number().min(0).max(50_000, 'larger than 50000').nullish(),
});
const rectangle = z.strictObject({ low: point.nullish(), high: point.nullish() });
const area = z.strictObject({ circle: circle.nullish(), rectangle: rectangle.nullish() }).nullish();
/** Where something is looked for. */
export type Area = z.infer<typeof area>;

export const SearchTextBody = z.strictObject({
  evOptions: z.looseObject({}).nullish(),
  includeFutureOpeningBusinesses: z.boolean().nullish(),
  includePureServiceAreaBusinesses: z.boolean().nullish(),
  includedType: z.string().nullish(),
  languageCode: z.string().nullish(),
  locationBias: area,
  locationRestriction: z.strictObject({ rectangle: rectangle.nullish() }).nullish(),
  maxResultCount: z.int().min(0).max(20, 'more than 20').nullish(),
  minRating: z.number().nullish(),
  openNow: z.boolean().nullish(),
  pageSize: z.int().min(0).max(20, 'more than 20').nullish(),
  pageToken: z.string().nullish(),
  priceLevels: z.array(z.string()).nullish(),
  rankPreference: z.enum(['RANK_PREFERENCE_UNSPECIFIED', 'DISTANCE', 'RELEVANCE']).nullish(),
  regionCode: z.string().nullish(),
  routingParameters: z.looseObject({}).nullish(),
  searchAlongRouteParameters: z.looseObject({}).nullish(),
  strictTypeFiltering: z.boolean().nullish(),
  textQuery: z.string().min(1, 'empty'),
});

export const SearchNearbyBody = z.strictObject({
  excludedPrimaryTypes: z.array(z.string()).nullish(),
  excludedTypes: z.array(z.string()).nullish(),
  includeFutureOpeningBusinesses: z.boolean().nullish(),
  includedPrimaryTypes: z.array(z.string()).nullish(),
  includedTypes: z.array(z.string()).nullish(),
  languageCode: z.string().nullish(),
  locationRestriction: z.strictObject({ circle }),
  maxResultCount: z.int().min(1).max(20, 'more than 20').nullish(),
  rankPreference: z.enum(['RANK_PREFERENCE_UNSPECIFIED', 'DISTANCE', 'POPULARITY']).nullish(),
  regionCode: z.string().nullish(),
  routingParameters: z.looseObject({}).nullish(),
});

export const AutocompletePlacesBody = z.strictObject({
  includeFutureOpeningBusinesses: z.boolean().nullish(),
  includePureServiceAreaBusinesses: z.boolean().nullish(),
  includeQueryPredictions: z.boolean().nullish(),
  includedPrimaryTypes: z.array(z.string()).nullish(),
  includedRegionCodes: z.array(z.string()).nullish(),
  input: z.string().min(1, 'empty'),
  inputOffset: z.int().nullish(),
  languageCode: z.string().nullish(),
  locationBias: area,
  locationRestriction: area,
  origin: z.looseObject({}).nullish(),
  regionCode: z.string().nullish(),
  sessionToken: z.string().nullish(),
});
