import { z } from 'zod';
import { actionErrors } from './actions.ts';
import { ConnectionId } from './ids.ts';
import { defineStream } from './stream.ts';

/** A raw call on the provider's API with the connection's credential; method, body and answer pass through. */
export const proxyCall = defineStream({
  subject: 'integrations.proxy.call',
  callers: ['gateway'],
  permission: 'proxy:use',
  parameters: z.object({
    connectionId: ConnectionId,
    method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
    /** Path and query as they came, still encoded; checked in `integrations` (E-3). */
    path: z.string().max(16_384),
    /** One of the provider's declared hosts, where it has several; its API's own unless told. */
    host: z.string().max(253).optional(),
  }),
  errors: [...actionErrors, 'egress_refused', 'payload_too_large'],
});

/** Names the host of a proxied call, for providers with several. */
export const proxyHostHeader = 'x-switchboard-host';

/** The address of the proxy; any declared method, so it is no single route. */
export const proxyPath = '/api/v1/connections/:connectionId/proxy/*';
