import type { Documents, Json } from './document.ts';
import type { Schema } from './schema.ts';

export interface Parameter extends Json {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
  /** True where several values are repeated, else they are joined with commas. */
  readonly explode: boolean;
  readonly deepObject: boolean;
}

/** Schemas by media type. */
export type Content = Readonly<Record<string, Schema | undefined>>;

/** One operation, the same from all three versions of OpenAPI. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Addresses before the path; `{x}` stands for anything but a slash. */
  readonly servers: readonly string[];
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly content: Content };
  /** By status, as `200`, `4XX` or `default`. */
  readonly answers: Readonly<Record<string, Content>>;
  /** Any one of these sets of scopes suffices. */
  readonly scopes: readonly (readonly string[])[];
}

/** What each version of OpenAPI makes of an operation. */
export interface Dialect {
  servers(document: Json, item: Json, operation: Json): readonly string[];
  parameter(parameter: Json): Parameter | undefined;
  body(operation: Json, parameters: readonly Json[]): Operation['body'];
  content(answer: Json): Content;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** Every operation of a document. */
export function operationsOf(document: Json, documents: Documents, dialect: Dialect): Operation[] {
  return Object.entries((document.paths ?? {}) as Record<string, Json>).flatMap(([path, reference]) => {
    const item = documents.resolve(reference);
    return methods.flatMap((method) => {
      const operation = item[method] as Json | undefined;
      if (!operation) return [];
      const given = [...objects(operation.parameters), ...objects(item.parameters)].map((one) =>
        documents.resolve(one),
      );
      const first = given.filter((one, at) => given.findIndex((other) => isSame(one, other)) === at);
      const requestBody = operation.requestBody ? documents.resolve(operation.requestBody as Json) : undefined;
      return [
        {
          id: (operation.operationId as string | undefined) ?? `${method} ${path}`,
          method: method.toUpperCase(),
          servers: dialect.servers(document, item, operation),
          path: path.split('#')[0]!,
          parameters: first.flatMap((one) => dialect.parameter(one) ?? []),
          body: dialect.body({ ...operation, requestBody, document }, first),
          answers: Object.fromEntries(
            Object.entries((operation.responses ?? {}) as Record<string, Json>).map(([status, answer]) => [
              status,
              dialect.content(documents.resolve(answer)),
            ]),
          ),
          scopes: scopesOf(objects(operation.security ?? document.security)),
        },
      ];
    });
  });
}

const isSame = (one: Json, other: Json): boolean => one.name === other.name && one.in === other.in;

const scopesOf = (security: readonly Json[]): string[][] =>
  security.map((requirement) => Object.values(requirement).flat() as string[]).filter((scopes) => scopes.length > 0);
