import type { MethodView, ProviderView } from '@switchboard/contracts';
import { type FeatureDeclaration, type ProviderDeclaration, readsOnly } from '@switchboard/provider-kit';
import { z } from 'zod';
import type { Chosen } from '../core/catalog.ts';

type Texts = Omit<MethodView, 'settings' | 'redirectUri' | 'environment' | 'ready' | 'client'>;

/** What the declaration itself says of a way of connecting. */
export function methodTexts({ provider, method, declaration }: Chosen): Texts {
  const base = 'baseFeatures' in declaration ? declaration.baseFeatures : [];
  return {
    id: method,
    kind: declaration.kind,
    title: declaration.title ?? provider.title,
    ...(declaration.note !== undefined && { note: declaration.note }),
    features: Object.entries(declaration.features).map(([id, feature]) =>
      featureView(provider, id, feature, base.includes(id)),
    ),
    ...(declaration.kind === 'apiKey' && {
      ...(declaration.keyTitle !== undefined && { keyTitle: declaration.keyTitle }),
      ...(declaration.keyHint !== undefined && { keyHint: declaration.keyHint }),
    }),
    ...(declaration.kind === 'oauth2' && declaration.client === 'connection' && { ownClient: true }),
  };
}

const featureView = (
  provider: ProviderDeclaration,
  id: string,
  feature: FeatureDeclaration,
  base: boolean,
): MethodView['features'][number] => ({
  id,
  title: feature.title,
  description: feature.description,
  scopes: [...feature.scopes],
  includes: [...(feature.includes ?? [])],
  required: base || Boolean(feature.required),
  reads: readsOnly(provider, id),
});

/** The first of each id: a feature that several methods have is one feature. */
export const uniqueById = (features: ProviderView['features']): ProviderView['features'] =>
  [...new Map(features.toReversed().map((feature) => [feature.id, feature])).values()].toReversed();

/** JSON Schema of what a person fills in. */
export function schemaOf(settings: z.ZodObject): NonNullable<MethodView['settings']> {
  const { $schema: _, ...schema } = z.toJSONSchema(settings, { io: 'input' });
  return schema as NonNullable<MethodView['settings']>;
}
