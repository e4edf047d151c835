import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Item, shownItem, TrelloItem } from '../checklists.ts';
import { checklistId, madeSince } from '../fields.ts';

const Added = Item.extend({ checklistId: z.string() });

export const addCheckItem = defineAction({
  name: 'add_check_item',
  title: 'Add to a checklist',
  description: 'Adds an item to a checklist. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['boards.write'],
  phrases: ['add {title} to checklist {checklistId}'],
  input: z.strictObject({ checklistId, title: z.string().trim().min(1).max(4096).describe('What is to be done') }),
  output: Added,

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-checklists/#api-checklists-id-checkitems-post */
  async run({ http }, { checklistId: list, title: name }) {
    const item = await http.post(`/checklists/${list}/checkItems`, { json: { name }, schema: TrelloItem });
    return { ...shownItem(item), checklistId: list };
  },

  async recover({ http, now }, { checklistId: list, title }) {
    const items = await http.get(`/checklists/${list}/checkItems`, { schema: z.array(TrelloItem) });
    const made = items.find(({ id, name }) => name === title && madeSince(now, id));
    return made && { ...shownItem(made), checklistId: list };
  },

  async undo({ http }, { output }) {
    await http.delete(`/checklists/${output.checklistId}/checkItems/${output.id}`);
  },

  examples: [{ input: { checklistId: '6500000000000000000e0103', title: 'Ask Daniel about berth nine' } }],
});
