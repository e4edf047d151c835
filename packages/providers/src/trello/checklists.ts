import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';

export const TrelloItem = z.object({ id: z.string(), name: z.string(), state: z.enum(['complete', 'incomplete']) });
export const TrelloChecklist = z.object({
  id: z.string(),
  name: z.string(),
  checkItems: z.array(TrelloItem).default([]),
});

export const Item = z.object({ id: z.string(), title: z.string(), done: z.boolean() });
export const Checklist = z.object({ id: z.string(), title: z.string(), items: z.array(Item) });

export const shownItem = ({ id, name, state }: z.infer<typeof TrelloItem>): z.infer<typeof Item> => ({
  id,
  title: name,
  done: state === 'complete',
});
export const shownChecklist = ({
  id,
  name,
  checkItems,
}: z.infer<typeof TrelloChecklist>): z.infer<typeof Checklist> => ({
  id,
  title: name,
  items: checkItems.map(shownItem),
});

export const checklistsOf = ({ http }: Pick<ActionContext, 'http'>, card: string) =>
  http.get(`/cards/${card}/checklists`, { schema: z.array(TrelloChecklist) });
