import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { nameOf, Paging, SlackUser } from './answers.ts';
import { read } from './calls.ts';

const Members = z.object({ members: z.array(SlackUser), response_metadata: Paging.optional() });
const mostPages = 5;

/** One page of the people of the workspace. */
export const peoplePage = (context: ActionContext, limit: number, cursor?: string): Promise<z.infer<typeof Members>> =>
  read(context, 'users.list', { limit, cursor }, Members);

/** Names by id, of at least those that are wanted where the first thousand people hold them. */
export async function namesOf(
  context: ActionContext,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && [...wanted].some((id) => !names.has(id)); page += 1) {
    const { members, response_metadata: paging } = await peoplePage(context, 200, cursor);
    for (const member of members) names.set(member.id, nameOf(member));
    cursor = paging?.next_cursor;
    if (!cursor) break;
  }
  return names;
}
