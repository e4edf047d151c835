import type { ActionRef } from '@switchboard/contracts';
import { providers } from '@switchboard/providers';
import { z } from 'zod';
import { openApiDocument, type PrintedAction } from '../../services/gateway/src/openapi/openapi-document.ts';

/** The whole API as OpenAPI 3.1, one exact path for every action of every provider. */
export function generate(): Record<string, string> {
  const document = openApiDocument(actions(), 'http://localhost:3000');
  return { 'docs/generated/openapi.json': `${JSON.stringify(document, undefined, 2)}\n` };
}

const actions = (): PrintedAction[] =>
  providers.flatMap(({ id: provider, actions: declared }) =>
    declared.map(({ name, title, description, effect, needs, input, output, examples }) => ({
      ref: `${provider}.${name}` as ActionRef,
      provider,
      title,
      description,
      effect,
      needs: [...needs],
      input: schemaOf(input, 'input'),
      output: schemaOf(output, 'output'),
      examples: examples.map((example: { input: unknown }) => example.input as z.core.util.JSONType),
    })),
  );

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): z.core.util.JSONType =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as unknown as z.core.util.JSONType;
