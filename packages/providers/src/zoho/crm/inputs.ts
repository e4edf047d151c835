import { z } from 'zod';

/** What every search takes. */
export const search = {
  query: z.string().max(200).default('').describe('Words to look for; empty lists all'),
  limit: z.int().min(1).max(200).default(20).describe('At most this many'),
  cursor: z.string().max(4096).describe('Where the last page ended').optional(),
};

/** Text that Zoho leaves empty or says null for. */
export const Text = z.string().nullish();
/** Another record or person, by id and name. */
export const Named = z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish();

/** Text where there is some. */
export const some = (value: string | null | undefined): string | undefined => (value ? value : undefined);
