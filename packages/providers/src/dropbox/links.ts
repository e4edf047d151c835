import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { read } from './calls.ts';

export const SharedLink = z.object({
  url: z.url(),
  name: z.string(),
  id: z.string().optional(),
  path_lower: z.string().optional(),
  expires: z.iso.datetime().optional(),
});
export type SharedLink = z.infer<typeof SharedLink>;

const LinkPage = z.object({ links: z.array(SharedLink), has_more: z.boolean(), cursor: z.string().optional() });

/** One page of the links that were made, of one item where given; not those of the folders it lies in. */
export const linkPage = (
  context: ActionContext,
  asked: { path?: string; cursor?: string },
): Promise<z.infer<typeof LinkPage>> =>
  read(
    context,
    'sharing/list_shared_links',
    { ...asked, ...(asked.path !== undefined && { direct_only: true }) },
    LinkPage,
  );

/** The link of one item, or undefined where it has none. */
export const linkOf = async (context: ActionContext, path: string): Promise<SharedLink | undefined> =>
  (await linkPage(context, { path })).links[0];
