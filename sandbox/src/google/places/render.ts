import type { SeedPlace } from '../seed/places-seed.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const clock = (hour: number): string => `${hour % 12 || 12}:00 ${hour % 24 < 12 ? 'AM' : 'PM'}`;

/** True where a place is open at a time, by the clock of Greenwich. */
export const isOpen = ({ hours, closed }: SeedPlace, at: number): boolean => {
  const hour = new Date(at).getUTCHours();
  return !closed && (!hours || (hour >= hours[0] && hour < hours[1]));
};

/** Everything Google says of a place; what is answered is cut down to the mask asked for. */
export function renderPlace(place: SeedPlace, now: number): Record<string, unknown> {
  const [latitude, longitude] = place.at;
  const text = place.hours ? `${clock(place.hours[0])} – ${clock(place.hours[1])}` : 'Open 24 hours';
  const [kind] = place.kinds;
  return {
    name: `places/${place.id}`,
    id: place.id,
    types: [...place.kinds, 'point_of_interest', 'establishment'],
    primaryType: kind,
    displayName: { text: place.name, languageCode: 'en' },
    formattedAddress: place.address,
    shortFormattedAddress: place.address.split(',').slice(0, 2).join(','),
    location: { latitude, longitude },
    viewport: {
      low: { latitude: latitude - 0.001, longitude: longitude - 0.001 },
      high: { latitude: latitude + 0.001, longitude: longitude + 0.001 },
    },
    googleMapsUri: `https://maps.google.com/?cid=${place.id}`,
    businessStatus: place.closed ? 'CLOSED_PERMANENTLY' : 'OPERATIONAL',
    ...(place.phone && {
      internationalPhoneNumber: place.phone,
      nationalPhoneNumber: place.phone.replace(/^\+\d+ /, '0'),
    }),
    ...(place.website && { websiteUri: place.website }),
    ...(place.rating && { rating: place.rating, userRatingCount: Math.round(place.rating * 37) }),
    ...(!place.closed && {
      regularOpeningHours: {
        openNow: isOpen(place, now),
        weekdayDescriptions: days.map((day) => `${day}: ${text}`),
      },
    }),
  };
}
