import type { MethodView } from '@switchboard/contracts';

/** True where the credential is typed or pasted here instead of given by the provider. */
export const takesKey = ({ kind }: Pick<MethodView, 'kind'>): boolean => kind === 'apiKey' || kind === 'serviceAccount';

/** `mail` of `mail.read`. */
const areaOf = (feature: string): string => feature.split('.', 1)[0] ?? feature;

/**
 * @returns what is ticked at first: what is needed and what only reads. Where a provider holds several kinds of things, only what
 * is needed, so that a person chooses what to open; the first kind's reading where nothing is needed. All where nothing reads.
 */
export function firstChoice({ features }: Pick<MethodView, 'features'>): string[] {
  const needed = features.filter(({ required }) => required);
  const reading = features.filter(({ required, reads }) => !required && reads);
  const areas = new Set(reading.map(({ id }) => areaOf(id)));
  const offered = areas.size < 2 ? reading : needed.length > 0 ? [] : reading.slice(0, 1);
  const chosen = [...needed, ...offered];
  return (chosen.length > 0 ? chosen : features).map(({ id }) => id);
}
