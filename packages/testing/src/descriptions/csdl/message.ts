import type { DescribedAnswer, DescribedRequest } from '../api-description.ts';
import { isJson, jsonOf, mediaTypeOf } from '../body.ts';
import type { CsdlModel, CsdlOperation } from './model.ts';
import type { Resource } from './resource.ts';
import { memberFindings, useFindings } from './value.ts';

type Members = Readonly<Record<string, unknown>>;

const isBytes = ({ use, special }: Resource): boolean => special === '$value' || use?.name === 'Edm.Stream';

/** What of a request's body the resource does not take. */
export function bodyFindings(model: CsdlModel, resource: Resource, request: DescribedRequest, at: string): string[] {
  const { method } = request;
  if (method === 'GET' || method === 'DELETE') return request.body.byteLength === 0 ? [] : [`${at}: takes no body`];
  if (isBytes(resource)) return [];
  if (request.body.byteLength === 0)
    return resource.operation ? missing(resource.operation, {}, at) : [`${at}: no body`];
  const mediaType = mediaTypeOf(request);
  if (!isJson(mediaType))
    return mediaType === 'text/plain' && method === 'POST' ? [] : [`${at}: content type ${mediaType || 'none'}`];
  const value = jsonIn(request, at);
  if (Array.isArray(value)) return value as string[];
  if (resource.operation) return argumentFindings(model, resource.operation, value.json, at);
  if (resource.special === '$ref')
    return typeof (value.json as Members)['@odata.id'] === 'string' ? [] : [`${at}: no @odata.id`];
  return memberFindings(model, resource.use!.name, value.json, at);
}

function jsonIn(message: DescribedRequest | DescribedAnswer, at: string): { json: unknown } | string[] {
  try {
    return { json: jsonOf(message) };
  } catch (error) {
    return [`${at}: ${(error as Error).message}`];
  }
}

/** Graph takes the names of parameters in any case. */
function argumentFindings(model: CsdlModel, operation: CsdlOperation, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${at}: not an object`];
  const parameters = new Map([...operation.parameters].map(([name, use]) => [name.toLowerCase(), use]));
  const members = Object.entries(value as Members).flatMap(([name, member]) => {
    const use = parameters.get(name.toLowerCase());
    return use ? useFindings(model, use, member, `${at}.${name}`) : [`${at}: unknown field ${name}`];
  });
  return [...members, ...missing(operation, value as Members, at)];
}

function missing({ parameters, kind }: CsdlOperation, given: Members, at: string): string[] {
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const wanted = [...parameters].filter(
    ([, { nullable, collection }]) => kind === 'action' && !nullable && !collection,
  );
  return wanted.filter(([name]) => !names.has(name.toLowerCase())).map(([name]) => `${at}: ${name} is missing`);
}

/** What of an answer the model does not allow: its form by method, and each member's type. */
export function answerFindings(
  model: CsdlModel,
  resource: Resource,
  request: DescribedRequest,
  answer: DescribedAnswer,
): string[] {
  const at = `${request.method} ${resource.template} ${answer.status}`;
  if (answer.status >= 300 && answer.status < 400) return [];
  if (answer.status < 400 && isBytes(resource) && request.method === 'GET') return [];
  if (answer.body.byteLength === 0) return emptyFindings(resource, request, answer, at);
  if (resource.special === '$count')
    return /^\d+$/.test(Buffer.from(answer.body).toString()) ? [] : [`${at}: no number`];

  const value = jsonIn(answer, at);
  if (Array.isArray(value)) return value as string[];
  if (answer.status >= 400) return errorFindings(value.json, at);
  return resourceFindings(model, resource, request, value.json, at);
}

const emptyFindings = (
  { operation }: Resource,
  { method }: DescribedRequest,
  { status }: DescribedAnswer,
  at: string,
): string[] => {
  const silent = status >= 400 || status === 202 || method === 'DELETE' || (operation && !operation.returns);
  return silent || method === 'PATCH' || method === 'PUT' ? [] : [`${at}: no body`];
};

function resourceFindings(
  model: CsdlModel,
  resource: Resource,
  { method, url }: DescribedRequest,
  json: unknown,
  at: string,
): string[] {
  const { use, operation } = resource;
  const type = model.types.get(use?.name ?? '');
  if (!use) return [`${at}: answers nothing`];
  const many = use.collection && (operation !== undefined || method === 'GET');
  if (many || !type || type.kind === 'enum') return wrappedFindings(model, { ...use, collection: many }, json, at);

  const whole = type.kind === 'entity' && !url.searchParams.has('$select');
  const known = typeof json === 'object' && json !== null && 'id' in json;
  const nameless = whole && !known && model.property(use.name, 'id') ? [`${at}: id is missing`] : [];
  return [...nameless, ...memberFindings(model, use.name, json, at)];
}

/** Lists and single values come in `value`. */
function wrappedFindings(model: CsdlModel, use: NonNullable<Resource['use']>, json: unknown, at: string): string[] {
  if (typeof json !== 'object' || json === null || !('value' in json)) return [`${at}: value is missing`];
  const unknown = Object.keys(json).filter((name) => name !== 'value' && !name.startsWith('@'));
  return [
    ...unknown.map((name) => `${at}: unknown field ${name}`),
    ...useFindings(model, use, json.value, `${at} value`),
  ];
}

/** `{ error: { code, message, … } }` (https://learn.microsoft.com/graph/errors, read 2026-11-21). */
function errorFindings(json: unknown, at: string): string[] {
  const { error } = (json ?? {}) as { error?: { code?: unknown; message?: unknown } };
  return typeof error?.code === 'string' && typeof error.message === 'string'
    ? []
    : [`${at}: no error with code and message`];
}
