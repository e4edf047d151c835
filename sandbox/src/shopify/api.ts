import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { json, type SandboxAnswer, type SandboxRequest } from '../kit/exchange.ts';
import type { AuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { costOf } from './cost.ts';
import { read, run, schema } from './graphql.ts';
import type { Shop } from './model.ts';
import type { ShopAccount } from './shops.ts';

const version = '2026-10';
/** The path of the GraphQL Admin API. */
export const endpoint = `/admin/api/${version}/graphql.json`;
/** Points of the standard plan. */
const bucket = { holds: 2000, perSecond: 100 };
/** Points that one query may cost. */
const mostOfOne = 1000;

const Body = z.strictObject({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

interface Parts {
  readonly kit: SandboxKit;
  readonly oauth: AuthorizationServer<ShopAccount>;
  shopOf(account: ShopAccount): Shop;
}

const denied = '[API] Invalid API key or access token (unrecognized login or wrong password)';

/** Answers one query of the GraphQL Admin API for the shop whose origin it is. */
export async function answerQuery(parts: Parts, account: ShopAccount, request: SandboxRequest): Promise<SandboxAnswer> {
  const headers = { 'x-shopify-api-version': version, 'x-request-id': `sandbox-${parts.kit.clock()}` };
  if (request.method !== 'POST') return json(405, { errors: 'Method Not Allowed' }, headers);
  const token = request.headers['x-shopify-access-token'];
  const bearer = typeof token === 'string' ? parts.oauth.bearer(token) : undefined;
  if (!bearer || bearer === 'expired' || bearer.account.id !== account.id || request.headers.authorization)
    return json(401, { errors: denied }, headers);
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return json(415, { errors: 'The content type must be application/json.' }, headers);
  const body = bodyOf(request);
  if (!body) return json(400, { errors: { query: 'Required parameter missing or invalid' } }, headers);

  const document = read(body.query);
  if ('errors' in document) return json(200, { errors: document.errors.map((error) => shown(error)) }, headers);
  const variables = body.variables ?? {};
  const requestedQueryCost = costOf(schema, document.document, variables);
  const isTooMuch = requestedQueryCost > mostOfOne;
  const asked = isTooMuch ? 0 : requestedQueryCost;
  const { taken, left, most } = parts.kit.quotas.take('shopify', account.id, asked, bucket);
  const throttleStatus = { maximumAvailable: most, currentlyAvailable: left, restoreRate: bucket.perSecond };
  const cost = (actualQueryCost: number | null) => ({ cost: { requestedQueryCost, actualQueryCost, throttleStatus } });
  if (isTooMuch) {
    const message = `Query cost is ${requestedQueryCost}, which exceeds the single query max cost limit (${mostOfOne}).`;
    return json(200, { errors: [coded('MAX_COST_EXCEEDED', message)], extensions: cost(null) }, headers);
  }
  if (!taken) return json(200, { errors: [coded('THROTTLED', 'Throttled')], extensions: cost(null) }, headers);

  const { kit } = parts;
  const now = new Date(kit.clock()).toISOString();
  const context = { kit, shop: parts.shopOf(account), scopes: bearer.scopes, now };
  const { data, errors } = await run(document.document, variables, context);
  kit.store.changed();
  const refusals = errors ? { errors: errors.map((error) => shown(error)) } : {};
  return json(200, { ...(data !== undefined && { data }), ...refusals, extensions: cost(requestedQueryCost) }, headers);
}

function bodyOf(request: SandboxRequest): z.infer<typeof Body> | undefined {
  try {
    return Body.safeParse(JSON.parse(request.body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

const coded = (code: string, message: string) => ({
  message,
  extensions: { code, documentation: 'https://shopify.dev/api/usage/rate-limits' },
});

const shown = (error: GraphQLError) => {
  const { message, locations, path, extensions } = error.toJSON();
  if (!extensions?.code && error.originalError) throw error.originalError;
  return { message, ...(locations && { locations }), ...(path && { path }), ...(extensions && { extensions }) };
};
