import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unknownOf, type ApiDescription, type DescribedAnswer, type DescribedRequest } from './api-description.ts';
import { isJson, jsonOf, mediaTypeOf } from './body.ts';
import { stoneFindings } from './stone/check.ts';
import { readStone, type StoneRoute, type StoneType } from './stone/read.ts';
import type { TypeRef } from './stone/type-ref.ts';

/** Dropbox's Stone files of a folder, with the routes of the named namespaces; undefined where the folder is not there. */
export function stone(folder: string, namespaces: readonly string[]): ApiDescription | undefined {
  return existsSync(folder)
    ? stoneOf(
        readdirSync(folder).map((file) => read(folder, file)),
        namespaces,
      )
    : undefined;
}

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** A description of the texts of Stone files. */
export function stoneOf(texts: readonly string[], namespaces: readonly string[]): ApiDescription {
  const parsed = texts.map(readStone);
  const types: ReadonlyMap<string, StoneType> = new Map(parsed.flatMap((one) => [...one.types]));
  const own = parsed.flatMap(({ routes }) => routes).filter(({ id }) => namespaces.includes(id.split('/')[0]!));
  const routes: ReadonlyMap<string, StoneRoute> = new Map(own.map((route) => [addressOf(route), route]));
  const routeOf = ({ method, url }: DescribedRequest) =>
    method === 'POST' ? routes.get(url.origin + url.pathname) : undefined;

  return {
    name: 'Dropbox Stone',
    operationCount: routes.size,
    covers: (request) => routeOf(request)?.id,
    findings(request) {
      const route = routeOf(request);
      return route ? requestFindings(types, route, request) : [unknownOf(request)];
    },
    answerFindings(request, answer) {
      const route = routeOf(request);
      return route ? answerFindings(types, route, answer) : [];
    },
    scopesOf(request) {
      const scope = routeOf(request)?.attributes.get('scope');
      return scope === undefined ? undefined : [[scope]];
    },
  };
}

const addressOf = ({ id, attributes }: StoneRoute): string =>
  `https://${attributes.get('host') ?? 'api'}.dropboxapi.com/2/${id}`;

function requestFindings(
  types: ReadonlyMap<string, StoneType>,
  route: StoneRoute,
  request: DescribedRequest,
): string[] {
  const query = [...request.url.searchParams.keys()].map((name) => `${route.id}: unknown parameter ${name}`);
  const style = route.attributes.get('style') ?? 'rpc';
  const mediaType = mediaTypeOf(request);
  if (style === 'rpc') {
    const bodiless = route.argument.name === 'Void' && request.body.byteLength === 0;
    const wrong = bodiless || isJson(mediaType) ? [] : [`${route.id}: content type ${mediaType || 'none'}`];
    return [...query, ...wrong, ...valueFindings(types, route.argument, () => jsonOf(request), route.id)];
  }
  const header = request.headers['dropbox-api-arg'] ?? '';
  const unsafe = /^[\x20-\x7E]*$/.test(header) ? [] : [`${route.id}: Dropbox-API-Arg is not safe in a header`];
  const content = style === 'upload' ? uploadFindings(route, mediaType) : downloadFindings(route, request);
  return [...query, ...unsafe, ...content, ...valueFindings(types, route.argument, () => JSON.parse(header), route.id)];
}

const uploadFindings = ({ id }: StoneRoute, mediaType: string): string[] =>
  mediaType === 'application/octet-stream' ? [] : [`${id}: content type ${mediaType || 'none'}`];

const downloadFindings = ({ id }: StoneRoute, { body }: DescribedRequest): string[] =>
  body.byteLength === 0 ? [] : [`${id}: takes no body`];

function answerFindings(types: ReadonlyMap<string, StoneType>, route: StoneRoute, answer: DescribedAnswer): string[] {
  const { status, headers } = answer;
  const at = `${route.id} ${status}`;
  if (status === 200) {
    const header = route.attributes.get('style') === 'download' ? (headers['dropbox-api-result'] ?? '') : undefined;
    return valueFindings(types, route.result, () => (header === undefined ? jsonOf(answer) : JSON.parse(header)), at);
  }
  const error = errorOf(route, status);
  if (!error) return status === 400 || status >= 500 ? [] : [`${at}: is no status of Dropbox's`];
  return valueFindings(types, error, () => refusalOf(answer), at);
}

/** @throws Error where the answer is not `{ error_summary, error }`. */
function refusalOf(answer: DescribedAnswer): unknown {
  const body = jsonOf(answer) as { error_summary?: unknown; error?: unknown } | undefined;
  if (typeof body?.error_summary !== 'string') throw new Error('error_summary is missing');
  return body.error;
}

/** What `error` holds, by status (https://www.dropbox.com/developers/documentation/http/documentation#error-handling, read 2026-11-21). */
function errorOf(route: StoneRoute, status: number): TypeRef | undefined {
  const common: Readonly<Record<number, string>> = {
    401: 'auth.AuthError',
    403: 'auth.AccessError',
    429: 'auth.RateLimitError',
  };
  const name = common[status];
  if (name !== undefined) return { name, of: [], limits: {}, nullable: false };
  return status === 409 ? route.error : undefined;
}

function valueFindings(
  types: ReadonlyMap<string, StoneType>,
  type: TypeRef,
  value: () => unknown,
  at: string,
): string[] {
  try {
    return stoneFindings(types, type, value(), at);
  } catch (error) {
    return [`${at}: ${(error as Error).message}`];
  }
}
