import type { ProviderDeclaration } from './provider.ts';

/** True for a feature that, with the base features, opens actions that only read; false where it opens no action of its own. */
export function readsOnly({ auth, actions }: Pick<ProviderDeclaration, 'auth' | 'actions'>, feature: string): boolean {
  const base = new Set(Object.values(auth).flatMap((method) => ('baseFeatures' in method ? method.baseFeatures : [])));
  const open = actions.filter(({ needs }) => needs.every((one) => one === feature || base.has(one)));
  return open.some(({ needs }) => needs.includes(feature)) && open.every(({ effect }) => effect === 'read');
}
