import { z } from 'zod';
import { method } from './connection-fields.ts';
import { ProviderId } from './ids.ts';
import { defineMessage } from './message.ts';
import { ClientCheck, ProviderView } from './providers.ts';
import { defineRoute } from './route.ts';

const params = z.object({ provider: ProviderId });
const id = z.string().trim().min(1).max(512);
const secret = z.string().min(1).max(2048);

export const ProviderClientBody = z.strictObject({
  /** The method whose client it is; the first that needs one unless told. */
  method: method.optional(),
  clientId: id.optional(),
  clientSecret: secret.optional(),
  /** The file that the provider's console offers for download, in place of id and secret: `{web: {client_id, client_secret, …}}`. */
  clientJson: z.string().min(2).max(20_000).optional(),
  /** Whether the client is in testing mode at the provider; as before unless told. */
  testing: z.boolean().optional(),
  /** Keeps it even where the provider refuses it. */
  unchecked: z.boolean().default(false),
});
/** The provider as it is set up now, and what to look at: a redirect URI that is missing from the file, a check that told nothing. */
export const ProviderClientStored = ProviderView.extend({ notes: z.array(z.string()) });

/** Stores a client after it was tried at the provider; the secret can be replaced but never read back (V-11). */
export const putProviderClient = defineMessage({
  subject: 'auth.provider.put-client',
  callers: ['gateway'],
  permission: 'providers:manage',
  fresh: true,
  request: z.object({ provider: ProviderId, ...ProviderClientBody.shape }),
  reply: ProviderClientStored,
  errors: ['rate_limited', 'provider_unknown', 'provider_misconfigured', 'conflict'],
  timeoutMs: 35_000,
});
/** Tries the client that is set up, wherever it comes from, and remembers what was found. */
export const checkProviderClient = defineMessage({
  subject: 'auth.provider.check-client',
  callers: ['gateway'],
  permission: 'providers:manage',
  request: z.object({ provider: ProviderId, method: method.optional() }),
  reply: ClientCheck,
  errors: ['rate_limited', 'provider_unknown', 'provider_not_set_up'],
  timeoutMs: 35_000,
});
/** Says whether the client is in testing mode; connections made with it then end as the provider's rule says. */
export const setClientTesting = defineMessage({
  subject: 'auth.provider.set-testing',
  callers: ['gateway'],
  permission: 'providers:manage',
  request: z.object({ provider: ProviderId, method: method.optional(), testing: z.boolean() }),
  reply: ProviderView,
  errors: ['provider_unknown', 'provider_not_set_up'],
  timeoutMs: 10_000,
});

export const putProviderClientRoute = defineRoute({
  method: 'PUT',
  path: '/api/v1/providers/:provider/client',
  permission: 'providers:manage',
  fresh: true,
  title: 'Try a client id and secret at the provider and store them (write-only)',
  params,
  body: ProviderClientBody,
  reply: ProviderClientStored,
});
export const postProviderClientCheck = defineRoute({
  method: 'POST',
  path: '/api/v1/providers/:provider/client/check',
  permission: 'providers:manage',
  title: 'Try the client that is set up',
  params,
  body: z.strictObject({ method: method.optional() }),
  reply: ClientCheck,
});
export const patchProviderClient = defineRoute({
  method: 'PATCH',
  path: '/api/v1/providers/:provider/client',
  permission: 'providers:manage',
  title: 'Say whether the client is in testing mode',
  params,
  body: z.strictObject({ method: method.optional(), testing: z.boolean() }),
  reply: ProviderView,
});
