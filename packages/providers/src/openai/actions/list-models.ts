import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';

const Models = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      owned_by: z.string().nullish().catch(undefined),
      created: z.number().nullish().catch(undefined),
    }),
  ),
});

export const listModels = defineAction({
  name: 'list_models',
  title: 'List models',
  description: 'Lists the models that the key may use. Running it twice changes nothing.',
  effect: 'read',
  idempotent: true,
  needs: ['models.read'],
  phrases: ['list models', 'which models can I use', 'models with {search}'],
  input: z.strictObject({
    search: z.string().min(1).max(100).optional().describe('Part of the name'),
  }),
  output: z.object({
    models: z.array(
      z.object({ id: z.string(), ownedBy: z.string().optional(), createdAt: z.iso.datetime().optional() }),
    ),
  }),

  /** @see https://platform.openai.com/docs/api-reference/models/list (read 2026-11-21) */
  async run({ http }, { search }) {
    const { data } = await http.get('/models', { schema: Models });
    const wanted = search?.toLowerCase() ?? '';
    const found = data.filter(({ id }) => id.toLowerCase().includes(wanted));
    return {
      models: found
        .map(({ id, owned_by: ownedBy, created }) => ({
          id,
          ...(ownedBy && { ownedBy }),
          ...(created && created < latest && { createdAt: new Date(created * 1_000).toISOString() }),
        }))
        .sort((one, other) => one.id.localeCompare(other.id)),
    };
  },

  examples: [{ input: {} }, { title: 'By name', input: { search: 'embedding' } }],
});

/** Beyond it, a number of seconds is no date. */
const latest = 8_640_000_000_000;
