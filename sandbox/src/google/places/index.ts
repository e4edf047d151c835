import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, invalid } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { places, type SeedPlace } from '../seed/places-seed.ts';
import { AutocompletePlacesBody, SearchNearbyBody, SearchTextBody, type Area } from './bodies.ts';
import { asMasked } from './mask.ts';
import { isOpen, renderPlace } from './render.ts';

const auth = 'https://www.googleapis.com/auth/';
const scopes = (kind: string): string[] =>
  ['cloud-platform', 'maps-platform.places', `maps-platform.places.${kind}`].map((name) => auth + name);

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const small = new Set(['near', 'in', 'the', 'a', 'at', 'on', 'and']);

/** How many words of a question a place answers; words like "near" do not count. */
function relevance(place: SeedPlace, text: string): number {
  const known = words([place.name, place.address, ...place.kinds.map((kind) => kind.replaceAll('_', ' '))].join(' '));
  return words(text).filter((word) => !small.has(word) && known.some((one) => one.startsWith(word))).length;
}

const metres = ([latitude, longitude]: SeedPlace['at'], center: Center): number => {
  const north = (latitude - center.latitude) * 111_320;
  const east = (longitude - center.longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(north, east);
};

interface Center {
  readonly latitude: number;
  readonly longitude: number;
}

function centerOf(area: Area): (Center & { radius: number }) | undefined {
  const { center, radius } = area?.circle ?? {};
  return center ? { latitude: center.latitude ?? 0, longitude: center.longitude ?? 0, radius: radius ?? 0 } : undefined;
}

/** Google Places (New), version 1. */
export const placesMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'places.places.searchText',
    http: 'POST',
    path: '/v1/places:searchText',
    scopes: scopes('textsearch'),
    body: SearchTextBody,
    run: ({ body, request }) => {
      const center = centerOf(body.locationBias);
      const found = places
        .map((place) => ({ place, score: relevance(place, body.textQuery) }))
        .filter(({ place, score }) => score > 0 && (!body.openNow || isOpen(place, kit.clock())))
        .filter(({ place }) => !body.includedType || place.kinds.includes(body.includedType))
        .sort((a, b) => b.score - a.score || (center ? metres(a.place.at, center) - metres(b.place.at, center) : 0))
        .map(({ place }) => place);
      const { items, nextPageToken } = pageOf(
        found,
        body.pageSize || body.maxResultCount || 20,
        body.pageToken ?? undefined,
      );
      const answer = {
        places: items.map((place) => renderPlace(place, kit.clock())),
        ...(nextPageToken && { nextPageToken }),
      };
      return asMasked(request, items.length > 0 ? answer : {}, 'places');
    },
  }),
  defineMethod({
    id: 'places.places.searchNearby',
    http: 'POST',
    path: '/v1/places:searchNearby',
    scopes: scopes('nearbysearch'),
    body: SearchNearbyBody,
    run: ({ body, request }) => {
      const center = centerOf(body.locationRestriction);
      if (!center || center.radius <= 0)
        throw invalid('Invalid circle radius provided', 'locationRestriction.circle.radius');
      const kinds = body.includedTypes ?? [];
      const found = places
        .filter((place) => metres(place.at, center) <= center.radius)
        .filter((place) => kinds.length === 0 || place.kinds.some((kind) => kinds.includes(kind)))
        .sort((a, b) => metres(a.at, center) - metres(b.at, center))
        .slice(0, body.maxResultCount ?? 20);
      const answer = { places: found.map((place) => renderPlace(place, kit.clock())) };
      return asMasked(request, found.length > 0 ? answer : {}, 'places');
    },
  }),
  defineMethod({
    id: 'places.places.autocomplete',
    http: 'POST',
    path: '/v1/places:autocomplete',
    scopes: scopes('autocomplete'),
    body: AutocompletePlacesBody,
    run: ({ body }) => {
      const asked = words(body.input);
      const found = places.filter(({ name, address }) =>
        asked.every((word) => words(`${name} ${address}`).some((one) => one.startsWith(word))),
      );
      const suggestions = found.slice(0, 5).map((place) => ({
        placePrediction: {
          place: `places/${place.id}`,
          placeId: place.id,
          text: { text: `${place.name}, ${place.address}` },
          types: [...place.kinds],
        },
      }));
      return suggestions.length > 0 ? { suggestions } : {};
    },
  }),
  defineMethod({
    id: 'places.places.get',
    http: 'GET',
    path: '/v1/places/{place}',
    scopes: scopes('details'),
    query: z.strictObject({ languageCode: q.text(), regionCode: q.text(), sessionToken: q.text() }),
    run: ({ params, request }) => {
      const place = places.find(({ id }) => id === params.place);
      if (!place)
        throw new GoogleError(404, 'notFound', 'The Place ID is no longer valid. Please refresh cached Place IDs.');
      return asMasked(request, renderPlace(place, kit.clock()), undefined);
    },
  }),
];
