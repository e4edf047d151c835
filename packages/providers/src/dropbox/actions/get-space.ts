import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { read } from '../calls.ts';

const Usage = z.object({ used: z.int().nonnegative(), allocation: z.object({ allocated: z.int().nonnegative() }) });

export const getSpace = defineAction({
  name: 'get_space',
  title: 'Look at the space left',
  description: 'Tells how much of this Dropbox is used.',
  effect: 'read',
  idempotent: true,
  needs: ['identity'],
  phrases: ['how full is my dropbox', 'space left'],
  input: z.strictObject({}),
  output: z.object({ usedBytes: z.int(), allocatedBytes: z.int() }),

  /** @see https://www.dropbox.com/developers/documentation/http/documentation#users-get_space_usage */
  async run(context) {
    const { used, allocation } = await read(context, 'users/get_space_usage', null, Usage);
    return { usedBytes: used, allocatedBytes: allocation.allocated };
  },

  examples: [{ input: {} }],
});
