import { z } from 'zod';
import { ActionRef, Feature, Instant, ProviderId } from './ids.ts';
import { defineMessage } from './message.ts';
import { defineRoute } from './route.ts';

export const Environment = z.enum(['sandbox', 'live']);
export type Environment = z.infer<typeof Environment>;

export const FeatureView = z.object({
  id: Feature,
  title: z.string(),
  description: z.string(),
  scopes: z.array(z.string()),
  includes: z.array(Feature),
  required: z.boolean(),
  /** True where it lets things be looked at and nothing be changed. */
  reads: z.boolean(),
});
export const ActionView = z.object({
  ref: ActionRef,
  title: z.string(),
  description: z.string(),
  effect: z.enum(['read', 'write', 'send', 'destroy']),
  idempotent: z.boolean(),
  undo: z.boolean(),
  needs: z.array(Feature),
  capability: z.string().optional(),
  phrases: z.array(z.string()),
  /** JSON Schema 2020-12 of the input. */
  input: z.json(),
  output: z.json(),
  examples: z.array(z.json()),
});
export type ActionView = z.infer<typeof ActionView>;

/** What a provider made of a client when it was tried; `could_not_tell` where its answer says neither. */
export const ClientCheck = z.object({
  result: z.enum(['works', 'refused', 'could_not_tell']),
  /** In one sentence. */
  message: z.string(),
  checkedAt: Instant,
});
export type ClientCheck = z.infer<typeof ClientCheck>;
const client = z
  .object({
    clientId: z.string(),
    source: z.enum(['environment', 'stored']),
    updatedAt: Instant.optional(),
    /** True where an admin said that it is in testing mode at the provider. */
    testing: z.boolean().default(false),
    check: ClientCheck.optional(),
  })
  .optional();
/** One way of connecting an account of a provider. */
export const MethodView = z.object({
  id: z.string(),
  kind: z.enum(['oauth2', 'fragment', 'apiKey', 'serviceAccount']),
  title: z.string(),
  /** Who can connect this way and who cannot. */
  note: z.string().optional(),
  features: z.array(FeatureView),
  /** JSON Schema of what a person must fill in before connecting this way. */
  settings: z.json().optional(),
  /** The redirect URI at this hub, to register at the provider. */
  redirectUri: z.string().optional(),
  keyTitle: z.string().optional(),
  keyHint: z.string().optional(),
  /** True where each person brings the client id and secret of their own. */
  ownClient: z.boolean().optional(),
  environment: Environment,
  /** False where it needs a client and neither one nor the sandbox is there. */
  ready: z.boolean(),
  client,
});
export type MethodView = z.infer<typeof MethodView>;

export const ProviderView = z.object({
  id: ProviderId,
  title: z.string(),
  description: z.string(),
  docsUrl: z.string(),
  accountUrl: z.string().optional(),
  features: z.array(FeatureView),
  environment: Environment,
  /** Where a person sees what the sandbox's accounts hold, and the keys that work there. */
  sandboxPage: z.url().optional(),
  /** False where neither a client nor the sandbox is there. */
  ready: z.boolean(),
  /** The provider's redirect URI at this hub, to register there. */
  redirectUri: z.string().optional(),
  /** Every way of connecting, the first offered first. */
  methods: z.array(MethodView),
  /** Where and how an admin registers the hub, beside the steps of `setup`. */
  setUp: z
    .object({
      consoleUrl: z.string(),
      links: z.array(z.object({ title: z.string(), url: z.string() })),
      hints: z.array(z.string()),
      /** True where the console gives the client as a JSON file to download. */
      clientFile: z.boolean().optional(),
    })
    .optional(),
});
export type ProviderView = z.infer<typeof ProviderView>;
export const ProviderDetail = ProviderView.extend({ actions: z.array(ActionView), setup: z.string().optional() });
export type ProviderDetail = z.infer<typeof ProviderDetail>;

/** What `auth` knows of each provider beyond its declaration: clients and environments. */
export const listProviderStates = defineMessage({
  subject: 'auth.provider.list',
  callers: ['gateway', 'integrations'],
  permission: 'self',
  request: z.object({}),
  reply: z.object({ items: z.array(ProviderView) }),
  errors: [],
  timeoutMs: 5_000,
});
/** The actions of the catalogue, from the declarations: the same for everyone, and printed in the public OpenAPI document. */
export const listActions = defineMessage({
  subject: 'integrations.catalog.actions',
  callers: ['gateway', 'assistant'],
  permission: 'public',
  request: z.object({ provider: ProviderId.optional() }),
  reply: z.object({ items: z.array(ActionView.extend({ provider: ProviderId })) }),
  errors: ['provider_unknown'],
  timeoutMs: 5_000,
});

export const getProviders = defineRoute({
  method: 'GET',
  path: '/api/v1/providers',
  permission: 'providers:read',
  title: 'Every provider with its features and set-up state',
  reply: z.object({ items: z.array(ProviderView) }),
});
export const getProvider = defineRoute({
  method: 'GET',
  path: '/api/v1/providers/:provider',
  permission: 'providers:read',
  title: 'One provider with its actions',
  params: z.object({ provider: ProviderId }),
  reply: ProviderDetail,
});
