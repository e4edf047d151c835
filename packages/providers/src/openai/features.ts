import type { ApiKeyDeclaration } from '@switchboard/provider-kit';

/** What a person lets the hub do with the key; the provider has no scopes, so what was chosen is what is granted. */
export const features = {
  'models.read': {
    title: 'See models',
    description: 'See which models the key may use. Costs nothing.',
    scopes: [],
  },
  'models.use': {
    title: 'Ask models',
    description: 'Send texts to models and read their answers. The service may charge for it.',
    scopes: [],
    includes: ['models.read'],
  },
} satisfies ApiKeyDeclaration['features'];
