import { z } from 'zod';
import { createRouter, methodsFor, queryValues, type ApiMethod } from '../kit/api.ts';
import { json, type OriginHandler, type SandboxAnswer, type SandboxRequest } from '../kit/exchange.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { GoogleAccount } from './accounts.ts';
import { GoogleError, rateLimited } from './errors.ts';
import { masked } from './fields.ts';
import { requireScope } from './oauth/bearer.ts';
import type { GoogleOAuth } from './oauth/index.ts';
import { readUpload } from './upload.ts';

export type GoogleMethod = ApiMethod<GoogleAccount>;
/** Declares one method of a Google API. */
export const defineMethod = methodsFor<GoogleAccount>();

/** Query parameters every Google API takes. */
const common = new Set([
  'alt',
  'fields',
  'key',
  'prettyPrint',
  'quotaUser',
  'userIp',
  'uploadType',
  'upload_protocol',
  '$.xgafv',
]);

/** Reads the credential of a request. */
export type Door = Pick<GoogleOAuth, 'bearer'>;

export interface GoogleApi {
  readonly name: string;
  readonly methods: readonly GoogleMethod[];
  /** Units a minute and person. */
  readonly unitsPerMinute: number;
}

/** Serves declared methods as Google does: path, token, scope, quota, strict parameters and body, then the method itself. */
export function serveApi(kit: SandboxKit, oauth: Door, api: GoogleApi): OriginHandler {
  const find = createRouter(api.methods);
  return async (request) => {
    try {
      return await answer(kit, oauth, api, find, request);
    } catch (error) {
      if (error instanceof GoogleError) return error.toAnswer();
      throw error;
    }
  };
}

async function answer(
  kit: SandboxKit,
  oauth: Door,
  api: GoogleApi,
  find: ReturnType<typeof createRouter<GoogleAccount>>,
  request: SandboxRequest,
): Promise<SandboxAnswer> {
  const isUpload = request.path.startsWith('/upload/');
  const found = find(request.method, isUpload ? request.path.slice('/upload'.length) : request.path);
  if (!found || (isUpload && !found.method.upload)) throw unknownPath(request);
  const { method, params } = found;
  const { account, scopes } = await oauth.bearer(request);
  requireScope(scopes, method.scopes, method.id);
  const wait = kit.quotas.spend(api.name, account.id, method.cost, api.unitsPerMinute);
  if (wait !== undefined) throw rateLimited(wait);

  const query = parse(method.query, queryValues(method.query, request.query, common), 'query');
  const upload = isUpload && request.query.get('uploadType') !== 'resumable' ? readUpload(request) : undefined;
  const body = method.body ? parse(method.body, upload ? upload.metadata : jsonBody(request), 'body') : noBody(request);
  const media = upload?.media;
  const result = await method.run({ account, scopes, params, query, body, media, request });
  if (result instanceof Reply) return result.answer;
  if (result === undefined) return { status: 204 };
  const fields = request.query.get('fields');
  return json(200, fields ? masked(result, fields) : result, etagOf(result));
}

const etagOf = (result: unknown): Record<string, string> => {
  const etag = (result as { etag?: unknown }).etag;
  return typeof etag === 'string' && etag.startsWith('"') ? { etag } : {};
};

const unknownPath = (request: SandboxRequest): GoogleError =>
  new GoogleError(404, 'notFound', `The requested URL ${request.path.slice(0, 200)} was not found on this server.`);

function jsonBody(request: SandboxRequest): unknown {
  if (request.body.length === 0) return {};
  const type = request.headers['content-type'] ?? '';
  if (!type.includes('json'))
    throw new GoogleError(400, 'badContent', `Bad content type. Please use JSON, not ${type || 'nothing'}.`);
  try {
    return JSON.parse(request.body.toString('utf8')) as unknown;
  } catch {
    throw new GoogleError(400, 'parseError', 'Invalid JSON payload received. Unexpected token.');
  }
}

function noBody(request: SandboxRequest): undefined {
  const text = request.body.toString('utf8', 0, 4).trim();
  if (text !== '' && text !== '{}')
    throw new GoogleError(400, 'badRequest', `Request body is not allowed for ${request.method} here.`);
  return undefined;
}

function parse<T extends z.ZodType>(schema: T, value: unknown, where: 'query' | 'body'): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw strictError(parsed.error.issues[0]!, where);
}

function strictError(issue: z.core.$ZodIssue, where: 'query' | 'body'): GoogleError {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0]!;
    const message =
      where === 'query'
        ? `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`
        : `Invalid JSON payload received. Unknown name "${name}"${path ? ` at '${path}'` : ''}: Cannot find field.`;
    return new GoogleError(400, 'badRequest', message, { location: path ? `${path}.${name}` : name });
  }
  const location = path || 'body';
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined'))
    return new GoogleError(400, 'required', `Missing required field: ${location}.`, { location });
  return new GoogleError(
    400,
    where === 'query' ? 'invalidParameter' : 'invalid',
    `Invalid value at '${location}': ${issue.message}.`,
    { location },
  );
}
