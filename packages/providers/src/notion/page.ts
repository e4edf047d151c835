import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { pagePath } from './fields.ts';
import { NotionProperty, shownProperty, titleIn } from './properties.ts';

/** What of Notion's page is read. */
export const NotionPage = z.object({
  object: z.literal('page'),
  id: z.string(),
  url: z.string(),
  in_trash: z.boolean(),
  created_time: z.string(),
  last_edited_time: z.string(),
  created_by: z.object({ id: z.string() }),
  properties: z.record(z.string(), NotionProperty),
});
export type NotionPage = z.infer<typeof NotionPage>;

export const ShownPage = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  editedAt: z.string(),
  inTrash: z.boolean(),
  properties: z.record(z.string(), z.string()),
});
export type ShownPage = z.infer<typeof ShownPage>;

/** A page as actions answer it; empty properties are left out. */
export function shown(page: NotionPage): ShownPage {
  const values = Object.entries(page.properties)
    .filter(([, property]) => property.type !== 'title')
    .map(([name, property]) => [name, shownProperty(property)] as const)
    .filter(([, text]) => text !== '');
  return {
    id: page.id,
    title: titleIn(page.properties) || 'Untitled',
    url: page.url,
    editedAt: page.last_edited_time,
    inTrash: page.in_trash,
    properties: Object.fromEntries(values),
  };
}

export const readPage = ({ http }: Pick<ActionContext, 'http'>, id: string): Promise<NotionPage> =>
  http.get(pagePath(id), { schema: NotionPage });

/** Changes a page; doing it twice changes nothing more. */
export const patchPage = ({ http }: Pick<ActionContext, 'http'>, id: string, json: object): Promise<NotionPage> =>
  http.patch(pagePath(id), { json, idempotent: true, schema: NotionPage });
