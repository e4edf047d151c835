import { buildClientSchema, type IntrospectionQuery } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unknownOf, type ApiDescription, type DescribedRequest } from './api-description.ts';
import { gatesOf, scopeSets } from './graphql/access.ts';
import { answerFindings, askedOf, attempt, fieldsOf, fragmentsOf, requestFindings, rootOf } from './graphql/asked.ts';
import { accessOf, type GraphqlIntrospection } from './graphql/introspection.ts';
import { withStrictScalars } from './graphql/scalars.ts';

export interface GraphqlOptions {
  readonly name: string;
  /** The whole address the API is called at, without a query. */
  readonly endpoint: RegExp;
  /** Names the first version that wants an `@idempotent` key, where a field's description says one; `YYYY-MM`. */
  readonly version?: string;
}

/** A GraphQL API from its introspection, gzipped where the name ends so; undefined where the file is not there. The version is the name's. */
export function graphql(file: string, options?: GraphqlOptions): ApiDescription | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const version = /\d{4}-\d\d/.exec(file.split('/').at(-1)!)?.[0] ?? '';
  const endpoint = new RegExp(`^https://[a-z0-9][a-z0-9-]*\\.myshopify\\.com/admin/api/${version}/graphql\\.json$`);
  return graphqlOf(
    JSON.parse(text) as GraphqlIntrospection,
    options ?? { name: `Shopify Admin GraphQL ${version}`, endpoint, version },
  );
}

/** A description of a parsed introspection. */
export function graphqlOf(introspection: GraphqlIntrospection, options: GraphqlOptions): ApiDescription {
  const data = 'data' in introspection ? introspection.data : introspection;
  const schema = withStrictScalars(buildClientSchema(data as unknown as IntrospectionQuery));
  const access = accessOf(data);
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const isHere = ({ method, url }: DescribedRequest) =>
    method === 'POST' && options.endpoint.test(url.origin + url.pathname);

  return {
    name: options.name,
    operationCount: roots.reduce((sum, root) => sum + Object.keys(root?.getFields() ?? {}).length, 0),
    covers(request) {
      if (!isHere(request)) return undefined;
      const asked = attempt(() => askedOf(request));
      return typeof asked === 'string' ? 'graphql' : fieldsOf(schema, asked).join(', ');
    },
    findings(request) {
      if (!isHere(request)) return [unknownOf(request)];
      const asked = attempt(() => askedOf(request));
      return typeof asked === 'string' ? [asked] : requestFindings(schema, asked, request, options.version);
    },
    answerFindings(request, answer) {
      const asked = isHere(request) ? attempt(() => askedOf(request)) : '';
      return typeof asked === 'string' || answer.status !== 200 ? [] : answerFindings(schema, asked, answer);
    },
    scopesOf(request) {
      const asked = isHere(request) ? attempt(() => askedOf(request)) : '';
      if (typeof asked === 'string') return undefined;
      const among = { schema, fragments: fragmentsOf(asked), access };
      const gates = gatesOf(among, rootOf(schema, asked), asked.operation.selectionSet.selections);
      return gates.length === 0 ? undefined : scopeSets(gates);
    },
  };
}
