import type { MethodView, ProviderView } from '@switchboard/contracts';

/** @returns every way of connecting the provider; the first is offered first. */
export const methodsOf = (provider: ProviderView): readonly MethodView[] => provider.methods ?? [];

/** True where the credential is typed or pasted here instead of given by the provider. */
export const takesKey = ({ kind }: Pick<MethodView, 'kind'>): boolean => kind === 'apiKey' || kind === 'serviceAccount';

/** True for a feature that lets things be looked at and not changed. */
const readsOnly = (feature: string): boolean => /\.read$|^contacts$/.test(feature);

/** @returns what is ticked at first: what is needed, and of the rest what only reads; all where nothing does. */
export function firstChoice({ features }: Pick<MethodView, 'features'>): string[] {
  const chosen = features.filter(({ id, required }) => required || readsOnly(id));
  return (chosen.length > 0 ? chosen : features).map(({ id }) => id);
}
