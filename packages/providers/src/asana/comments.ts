import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { segment } from './fields.ts';
import type { Source } from './listing.ts';

export const Story = z.object({
  gid: z.string(),
  resource_subtype: z.string(),
  text: z.string().default(''),
  created_at: z.iso.datetime({ offset: true }),
  created_by: z.object({ gid: z.string(), name: z.string().default('') }).nullish(),
});
export type Story = z.infer<typeof Story>;

const storyFields = 'resource_subtype,text,created_at,created_by.name';

/** Everything that happened to a task; comments are one kind of it. @see https://developers.asana.com/reference/getstoriesfortask */
export const storiesOf = (taskId: string): Source => ({
  path: `/tasks/${segment(taskId)}/stories`,
  query: { opt_fields: storyFields },
});

export const isComment = ({ resource_subtype: kind }: Story): boolean => kind === 'comment_added';

/** Where a comment is read: Asana shows it under its task. */
export const taskUrl = (taskId: string): string => `https://app.asana.com/0/0/${segment(taskId)}/f`;

/** @see https://developers.asana.com/reference/createstoryfortask */
export const writeComment = async ({ http }: ActionContext, taskId: string, text: string): Promise<Story> => {
  const { path, query } = storiesOf(taskId);
  return (await http.post(path, { query, json: { data: { text } }, schema: z.object({ data: Story }) })).data;
};
