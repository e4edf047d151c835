import { Instant } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

export const TrelloComment = z.object({
  id: z.string(),
  date: z.string(),
  idMemberCreator: z.string(),
  data: z.object({ text: z.string() }),
  memberCreator: z.object({ fullName: z.string().optional() }).optional(),
});
export type TrelloComment = z.infer<typeof TrelloComment>;

export const Comment = z.object({ id: z.string(), by: z.string(), text: z.string(), writtenAt: Instant });

export const shownComment = ({
  id,
  date,
  idMemberCreator,
  data,
  memberCreator,
}: TrelloComment): z.infer<typeof Comment> => ({
  id,
  by: memberCreator?.fullName ?? idMemberCreator,
  text: data.text,
  writtenAt: date,
});

/** Trello answers 50 comments a page, newest first. */
export const commentsPerPage = 50;

export const commentsOf = ({ http }: Pick<ActionContext, 'http'>, card: string, page = 0): Promise<TrelloComment[]> =>
  http.get(`/cards/${card}/actions`, { query: { filter: 'commentCard', page }, schema: z.array(TrelloComment) });
