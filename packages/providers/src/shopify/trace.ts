import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { ask } from './graphql.ts';

const key = 'switchboard_run';

/** A field of the app's own that only the app sees; it says which run made the thing. */
export const traceOf = ({ run }: Pick<ActionContext, 'run'>) => [
  { key, type: 'single_line_text_field', value: run.marker },
];

/** Asks for the trace, as a selection of a query. */
export const trace = `trace: metafield(key: "${key}") { value }`;

const Traced = z.object({ trace: z.object({ value: z.string() }).nullable() });

/** Of the newest things, which `query` lists under `newest`, the one that the run made. */
export async function madeByRun<T>(
  context: ActionContext,
  query: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const Newest = z.object({ newest: z.object({ nodes: z.array(z.unknown()) }) });
  const { newest } = await ask(context, query, {}, Newest);
  const made = newest.nodes.find((node) => Traced.safeParse(node).data?.trace?.value === context.run.marker);
  return made === undefined ? undefined : schema.parse(made);
}
