import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const GraphqlError = z.object({
  message: z.string().default(''),
  extensions: z.object({ code: z.string().optional() }).optional(),
});
const Cost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});
const Refused = z.object({
  errors: z.union([z.array(GraphqlError), z.string(), z.record(z.string(), z.unknown())]).optional(),
  extensions: z.object({ cost: Cost.optional().catch(undefined) }).optional(),
});
type Refused = z.infer<typeof Refused>;

/** True for an answer whose `errors` says that something was not done; Shopify sends it with status 200. */
export const isRefusal = (body: unknown): boolean => {
  const parsed = Refused.safeParse(body);
  return parsed.success && Array.isArray(parsed.data.errors) && parsed.data.errors.length > 0;
};

/**
 * Reads the errors of the GraphQL Admin API, which come with status 200, and those of the door before it.
 * @see https://shopify.dev/docs/api/admin-graphql#status-and-error-codes (read 2026-11-21)
 */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = Refused.safeParse(body);
  const { errors, extensions } = parsed.success ? parsed.data : ({} as Refused);
  if (Array.isArray(errors) && errors[0]) return ofGraphql(errors[0], extensions?.cost);

  const reason = typeof errors === 'string' ? errors : undefined;
  const retryAfterSeconds = secondsOf(headers['retry-after']);
  if (status === 401) return { kind: 'credential', reason };
  if (status === 402 || status === 423) return { kind: 'rejected', reason, advice: 'This shop is closed or frozen.' };
  if (status === 403) return { kind: /approval for|scope/i.test(reason ?? '') ? 'scope' : 'rejected', reason };
  if (status === 404) return { kind: 'not_found', reason };
  if (status === 409 || status === 412) return { kind: 'conflict', reason };
  if (status === 429 || status === 430) return { kind: 'limited', reason, retryAfterSeconds };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

function ofGraphql({ message, extensions }: z.infer<typeof GraphqlError>, cost?: z.infer<typeof Cost>): Explained {
  const reason = message.replaceAll('`', '');
  const code = extensions?.code;
  if (code === 'THROTTLED') return { kind: 'limited', reason, retryAfterSeconds: cost ? waitFor(cost) : 1 };
  if (code === 'ACCESS_DENIED' && /not approved/i.test(message)) {
    const advice = 'Shopify has not approved this app for customer data. Ask for it in the partner dashboard.';
    return { kind: 'not_set_up', reason, advice };
  }
  if (code === 'ACCESS_DENIED') return { kind: 'scope', reason };
  if (code === 'INTERNAL_SERVER_ERROR' || code === 'TIMEOUT') return { kind: 'unavailable', reason };
  if (code === 'RESOURCE_NOT_FOUND') return { kind: 'not_found', reason };
  return { kind: 'rejected', reason };
}

/** Seconds until the bucket holds what the query costs; a bucket fills by `restoreRate` points a second. */
const waitFor = ({ requestedQueryCost, throttleStatus }: z.infer<typeof Cost>): number =>
  Math.max(1, Math.ceil((requestedQueryCost - throttleStatus.currentlyAvailable) / throttleStatus.restoreRate));

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
