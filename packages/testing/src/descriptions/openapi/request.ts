import type { DescribedRequest } from '../api-description.ts';
import { formOf, isJson, jsonOf, mediaTypeOf, partsOf, textOf } from '../body.ts';
import type { Documents } from './document.ts';
import type { Content, Operation, Parameter } from './operation.ts';
import type { Route } from './route.ts';
import { schemaFindings, type Rules, type Schema } from './schema.ts';
import { typed, valueOf } from './values.ts';

export interface RequestOptions {
  /** Parameters that carry the credential, or that the description wants and the API does not. */
  readonly ignored?: readonly string[];
  /** True where what is described as a query may come in a form or JSON body, as at Trello. */
  readonly queryInBody?: boolean;
}

/** What of a request's parameters and body the operation does not know or refuses. */
export function requestFindings(
  documents: Documents,
  { operation, pathParameters }: Route,
  request: DescribedRequest,
  { ignored = [], queryInBody = false }: RequestOptions,
): string[] {
  const rules: Rules = { documents, side: 'request', closed: true };
  const given = { ...queryOf(request), ...(queryInBody && fieldsOf(request)) };
  const known = operation.parameters.filter(({ name }) => !ignored.includes(name));
  const isDeep = ({ name, deepObject }: Parameter, key: string): boolean => deepObject && key.startsWith(`${name}[`);
  const query = known.filter((parameter) => parameter.in === 'query');
  const bare = (name: string): string => name.replace(/\[\]$/, '');
  return [
    ...Object.entries(given).flatMap(([name, texts]) => {
      const parameter = query.find((one) => bare(one.name) === bare(name) || isDeep(one, name));
      if (!parameter) return ignored.includes(name) ? [] : [`${operation.id}: unknown parameter ${name}`];
      if (parameter.deepObject) return [];
      const value = valueOf(documents, parameter.schema, texts, parameter.explode);
      return schemaFindings(rules, parameter.schema, value, `${operation.id} ${name}`);
    }),
    ...known
      .filter((one) => one.required && !isThere(one, request, given))
      .map(({ name }) => `${operation.id}: ${name} is missing`),
    ...known.flatMap((one) => {
      const text =
        one.in === 'path'
          ? pathParameters[one.name]
          : one.in === 'header'
            ? request.headers[one.name.toLowerCase()]
            : undefined;
      const value = text === undefined ? undefined : valueOf(documents, one.schema, [text], false);
      return value === undefined ? [] : schemaFindings(rules, one.schema, value, `${operation.id} ${one.name}`);
    }),
    ...(queryInBody && !operation.body ? [] : bodyFindings(rules, operation, request)),
  ];
}

function isThere(
  { name, in: place }: Parameter,
  { headers }: DescribedRequest,
  query: Record<string, string[]>,
): boolean {
  if (place === 'query') return Object.keys(query).some((key) => key === name || key.startsWith(`${name}[`));
  return place === 'header' ? headers[name.toLowerCase()] !== undefined : true;
}

const queryOf = ({ url }: DescribedRequest): Record<string, string[]> =>
  Object.fromEntries([...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)]));

/** The members of a form or flat JSON body, as a query has them. */
function fieldsOf(request: DescribedRequest): Record<string, string[]> {
  if (request.body.byteLength === 0) return {};
  const pairs = isJson(mediaTypeOf(request))
    ? Object.entries(jsonOf(request) as Record<string, unknown>).map(([name, value]) => [name, String(value)] as const)
    : mediaTypeOf(request) === 'multipart/form-data'
      ? partsOf(request).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')] as const)
      : formOf(request);
  return Object.fromEntries(pairs.map(([name, value]) => [name, [value]]));
}

function bodyFindings(rules: Rules, { id, body }: Operation, request: DescribedRequest): string[] {
  if (request.body.byteLength === 0) return body?.required ? [`${id}: a body is missing`] : [];
  if (!body) return [`${id}: takes no body`];
  const mediaType = mediaTypeOf(request);
  const schema = schemaFor(body.content, mediaType);
  if (schema === undefined) return [`${id}: takes no ${mediaType || 'body without a type'}`];
  const at = `${id} body`;
  if (isJson(mediaType)) return schemaFindings(rules, schema, jsonOf(request), at);
  if (mediaType === 'application/x-www-form-urlencoded')
    return schemaFindings(rules, schema, formValue(rules, schema, request), at);
  if (mediaType === 'multipart/form-data') return schemaFindings(rules, schema, partsValue(rules, schema, request), at);
  return [];
}

/** The schema of a body of that type; empty where the type is listed without one. */
export function schemaFor(content: Content, mediaType: string): Schema | undefined {
  const found = Object.entries(content).find(([listed]) => {
    const type = listed.split(';')[0]!.trim().toLowerCase();
    return type === mediaType || type === '*/*' || (type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1)));
  });
  return found && (found[1] ?? {});
}

const membersOf = ({ documents }: Rules, schema: Schema): Readonly<Record<string, Schema>> => {
  const { properties = {}, allOf = [] } = documents.resolve(schema);
  return Object.assign({}, properties, ...allOf.map((part) => documents.resolve(part).properties ?? {})) as Record<
    string,
    Schema
  >;
};

function formValue(rules: Rules, schema: Schema, request: DescribedRequest): unknown {
  const members = membersOf(rules, schema);
  const fields = new URLSearchParams(textOf(request));
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => [
      name,
      valueOf(rules.documents, members[name], fields.getAll(name), true),
    ]),
  );
}

/** The parts as one value: files as texts, and what is described as an object read as JSON. */
function partsValue(rules: Rules, schema: Schema, request: DescribedRequest): unknown {
  const members = membersOf(rules, schema);
  const entries = partsOf(request).map(({ name, filename, bytes }) => {
    const text = Buffer.from(bytes).toString('utf8');
    const declared = members[name] && rules.documents.resolve(members[name]);
    if (filename !== undefined && typeof declared?.type === 'string')
      return [name, declared.type === 'array' ? [''] : ''];
    if (filename !== undefined) return [name, ''];
    return [name, declared?.type === 'object' ? (JSON.parse(text) as unknown) : typed(rules.documents, declared, text)];
  });
  return Object.fromEntries(entries) as unknown;
}
