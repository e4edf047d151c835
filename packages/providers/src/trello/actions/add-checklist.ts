import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchCard } from '../card.ts';
import { Checklist, checklistsOf, shownChecklist, TrelloChecklist } from '../checklists.ts';
import { cardId, madeSince } from '../fields.ts';

export const addChecklist = defineAction({
  name: 'add_checklist',
  title: 'Add a checklist',
  description: 'Adds an empty checklist to a card. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['boards.write'],
  phrases: ['add a checklist {title} to card {cardId}'],
  input: z.strictObject({ cardId, title: z.string().trim().min(1).max(512).describe('Title') }),
  output: Checklist,

  /** The card; `title` is that of the checklist. */
  before: async (context, { cardId: id }) => ({ name: (await fetchCard(context, id)).name }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-checklists/#api-checklists-post */
  async run({ http }, { cardId: idCard, title: name }) {
    return shownChecklist(await http.post('/checklists', { json: { idCard, name }, schema: TrelloChecklist }));
  },

  async recover(context, { cardId: id, title }) {
    const made = (await checklistsOf(context, id)).find((one) => one.name === title && madeSince(context.now, one.id));
    return made && shownChecklist(made);
  },

  async undo({ http }, { output }) {
    await http.delete(`/checklists/${output.id}`);
  },

  examples: [{ input: { cardId: '6500000000000000000c0104', title: 'Before it goes out' } }],
});
