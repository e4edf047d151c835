import type { Json } from './document.ts';
import type { Content, Dialect, Operation, Parameter } from './operation.ts';
import type { Schema } from './schema.ts';

const contentOf = (content: unknown): Content =>
  Object.fromEntries(
    Object.entries((content ?? {}) as Record<string, { schema?: Schema }>).map(([type, { schema }]) => [type, schema]),
  );
const listOf = (value: unknown): string[] | undefined => (Array.isArray(value) ? (value as string[]) : undefined);

/** OpenAPI 3.0 and 3.1. */
export const openApi3: Dialect = {
  servers: (document, item, operation) =>
    ((operation.servers ?? item.servers ?? document.servers ?? [{ url: '' }]) as { url: string }[]).map(
      ({ url }) => url,
    ),
  parameter(parameter) {
    const { content, schema, style, explode } = parameter as {
      content?: Json;
      style?: string;
      explode?: boolean;
    } & Json;
    const isJson = content !== undefined;
    return {
      ...(parameter as unknown as Parameter),
      // A parameter that is JSON text is not looked into.
      schema: isJson ? {} : ((schema as Schema | undefined) ?? {}),
      explode: explode ?? (style ?? 'form') === 'form',
      deepObject: style === 'deepObject',
    };
  },
  body({ requestBody }) {
    if (!requestBody) return undefined;
    const { required = false, content } = requestBody as { required?: boolean; content?: unknown };
    return { required, content: contentOf(content) };
  },
  content: ({ content }) => contentOf(content),
};

/** Swagger 2.0, whose bodies are parameters. */
export const swagger2: Dialect = {
  servers: ({ schemes, host, basePath }) =>
    ((schemes ?? ['https']) as string[]).map((scheme) => `${scheme}://${host as string}${(basePath as string) ?? ''}`),
  parameter(parameter) {
    if (parameter.in === 'body' || parameter.in === 'formData') return undefined;
    return {
      ...(parameter as unknown as Parameter),
      schema: parameter as Schema,
      explode: parameter.collectionFormat === 'multi',
      deepObject: false,
    };
  },
  body(operation, parameters) {
    const consumes = listOf(operation.consumes) ??
      listOf((operation.document as Json).consumes) ?? ['application/json'];
    const whole = parameters.find((parameter) => parameter.in === 'body');
    if (whole) return bodyOf(consumes, whole.required === true, whole.schema as Schema);
    const fields = parameters.filter((parameter) => parameter.in === 'formData');
    if (fields.length === 0) return undefined;
    const required = fields.filter((field) => field.required === true).map((field) => field.name as string);
    const properties = Object.fromEntries(fields.map((field) => [field.name as string, plain(field)]));
    return bodyOf(consumes, required.length > 0, { type: 'object', properties, required });
  },
  content: ({ schema }) => (schema ? { 'application/json': schema as Schema } : {}),
};

/** A form field as a schema; `required` means another thing there. */
const plain = ({ required: _required, ...field }: Json): Schema => field as Schema;

const bodyOf = (types: readonly string[], required: boolean, schema: Schema): Operation['body'] => ({
  required,
  content: Object.fromEntries(types.map((type) => [type, schema])),
});
