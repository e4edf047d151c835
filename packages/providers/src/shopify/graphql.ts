import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

type Variables = Readonly<Record<string, unknown>>;
type Way = Pick<ActionContext, 'http'>;

const endpoint = '/graphql.json';
const longestWaitSeconds = 5;
const mostTries = 4;

/** Does something again that Shopify held back, after the short wait that it asks for: a throttled request has done nothing. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const limited = error instanceof HubError && error.code === 'provider_limited';
      const seconds = limited ? error.details.retryAfterSeconds : undefined;
      if (seconds === undefined || seconds > longestWaitSeconds || tries === mostTries) throw error;
      await wait(seconds * 1000);
    }
  }
}

/**
 * Asks something of the GraphQL Admin API that changes nothing.
 * @throws HubError, never `outcome_unknown`: whoever only looked has done nothing.
 */
export async function ask<T>({ http }: Way, query: string, variables: Variables, schema: z.ZodType<T>): Promise<T> {
  try {
    const request = { json: { query, variables }, idempotent: true, schema: z.object({ data: schema }) };
    const answer = await patiently(() => http.post(endpoint, request));
    return answer.data;
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'outcome_unknown') throw error;
    throw new HubError('provider_unavailable', undefined, error.details, { cause: error });
  }
}

/** The thing a query asked for by its id. @throws HubError `not_found` where the shop has none. */
export async function askFor<T>(way: Way, query: string, variables: Variables, schema: z.ZodType<T>): Promise<T> {
  const { found } = await ask(way, query, variables, z.object({ found: schema.nullable() }));
  if (found === null) throw new HubError('not_found', 'The shop no longer has that.', { provider: 'shopify' });
  return found;
}

const UserErrors = z.array(z.object({ message: z.string(), code: z.string().nullish() }));

/**
 * Runs one mutation, whose root field goes by the name `done` and answers `userErrors`.
 * @throws HubError `conflict`, `not_found` or `provider_rejected` for the first of the user errors.
 */
export async function change<T>(
  { http }: Way,
  mutation: string,
  variables: Variables,
  schema: z.ZodType<T>,
  { idempotent = false } = {},
): Promise<T> {
  const Answer = z.object({ data: z.object({ done: z.looseObject({ userErrors: UserErrors }) }) });
  const request = { json: { query: mutation, variables }, idempotent, schema: Answer };
  const answer = await patiently(() => http.post(endpoint, request));
  const { userErrors, ...done } = answer.data.done;
  if (userErrors[0]) throw refusalOf(userErrors[0]);
  const parsed = schema.safeParse(done);
  if (parsed.success) return parsed.data;
  throw new HubError('outcome_unknown', undefined, { provider: 'shopify', reason: 'unexpected answer' });
}

function refusalOf({ message, code }: z.infer<typeof UserErrors>[number]): HubError {
  const reason = message.slice(0, 200);
  const details = { provider: 'shopify', reason };
  if (/_STALE$|^IDEMPOTENCY_/.test(code ?? ''))
    return new HubError('conflict', `Shopify refused this: ${reason}`, details);
  if (/NOT_FOUND|DOES_NOT_EXIST/.test(code ?? '') || /does not exist|not found|could not be found/i.test(message)) {
    return new HubError('not_found', `Shopify refused this: ${reason}`, details);
  }
  return new HubError('provider_rejected', `Shopify refused this: ${reason}`, details);
}
