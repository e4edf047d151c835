import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { model } from '../asked.ts';

const Embedded = z.object({
  model: z.string(),
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()) })),
  usage: z.object({ total_tokens: z.number() }).nullish().catch(undefined),
});

export const createEmbeddings = defineAction({
  name: 'create_embeddings',
  title: 'Make embeddings',
  description:
    'Turns texts into vectors, by which texts of like meaning can be found. Running it twice gives the same and costs twice.',
  effect: 'read',
  idempotent: true,
  needs: ['models.use'],
  phrases: ['make embeddings of {texts} with {model}'],
  input: z.strictObject({
    model: model(),
    texts: z.array(z.string().min(1).max(30_000)).min(1).max(100).describe('Texts, one vector each'),
    dimensions: z.int().min(1).max(4_096).optional().describe('Length of each vector, where the model lets one choose'),
  }),
  output: z.object({
    model: z.string(),
    embeddings: z.array(z.array(z.number())),
    totalTokens: z.number().optional(),
  }),

  /** @see https://platform.openai.com/docs/api-reference/embeddings/create (read 2026-11-21) */
  async run({ http }, { model: name, texts, dimensions }) {
    const json = { model: name, input: texts, dimensions, encoding_format: 'float' };
    const { data, model: used, usage } = await http.post('/embeddings', { json, schema: Embedded });
    const embeddings = [...data].sort((one, other) => one.index - other.index).map(({ embedding }) => embedding);
    return { model: used, embeddings, ...(usage && { totalTokens: usage.total_tokens }) };
  },

  examples: [
    { input: { model: 'text-embedding-3-small', texts: ['Draw the quay map', 'Sketch the berths'], dimensions: 8 } },
  ],
});
