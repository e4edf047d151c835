import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pathOf, type ItemRef } from './item.ts';

const Link = z.object({ url: z.string(), access: z.string().optional() });
const Linked = z.object({ shared_link: Link.nullish() });
export type Link = z.infer<typeof Link>;

/** Sets the shared link of an item, or takes it away with null. @see https://developer.box.com/reference/put-files-id--add-shared-link */
export async function setLink({ http }: Pick<ActionContext, 'http'>, ref: ItemRef, link: object | null) {
  const way = { query: { fields: 'shared_link' }, json: { shared_link: link }, idempotent: true, schema: Linked };
  const { shared_link: set } = await http.put(pathOf(ref), way);
  return set ?? undefined;
}
