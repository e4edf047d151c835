import { HubError, tasksCreate } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { openLists } from '../boards.ts';
import { Card, shownCard, TrelloCard } from '../card.ts';
import { dueAt, listId, madeSince, memberId } from '../fields.ts';

const mostChoices = 50;

/** @throws HubError `input_invalid` with the lists to choose from. */
async function chosenList(context: ActionContext, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const lists = await openLists(context);
  throw new HubError('input_invalid', 'Choose the list that the card goes to.', {
    errors: [{ path: '/listId', message: 'Choose one.' }],
    choices: lists.slice(0, mostChoices).map(({ id, title }) => ({ id, label: title })),
  });
}

export const createCard = defineAction({
  name: 'create_card',
  title: 'Add a card',
  description: 'Adds a card to a list. Running it twice adds two.',
  fulfils: tasksCreate,
  effect: 'write',
  idempotent: false,
  needs: ['boards.write'],
  phrases: ['add card {title} to {listId}', 'new card {title} in {listId} due {dueOn}'],
  input: tasksCreate.input.extend({
    listId: listId.optional(),
    memberIds: z.array(memberId).max(20).default([]).describe('People on the card'),
    position: z.enum(['top', 'bottom']).default('bottom').describe('Where in the list'),
  }),
  output: Card,

  before: async (context, { listId: list }) => void (await chosenList(context, list)),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-post */
  async run(context, { title, listId: list, notes, dueOn, memberIds, position }) {
    const json = {
      idList: await chosenList(context, list),
      name: title,
      pos: position,
      ...(notes === undefined ? {} : { desc: notes }),
      ...(dueOn === undefined ? {} : { due: dueAt(dueOn) }),
      ...(memberIds.length > 0 ? { idMembers: memberIds } : {}),
    };
    return shownCard(await context.http.post('/cards', { json, schema: TrelloCard }));
  },

  async recover(context, { title, listId: list }) {
    if (list === undefined) return undefined;
    const cards = await context.http.get(`/lists/${list}/cards`, { schema: z.array(TrelloCard) });
    const made = cards.find(({ id, name }) => name === title.trim() && madeSince(context.now, id));
    return made && shownCard(made);
  },

  async undo({ http }, { output }) {
    await http.delete(`/cards/${output.id}`);
  },

  examples: [
    {
      input: {
        title: 'Send the berth list to Daniel',
        listId: '6500000000000000000d0101',
        notes: 'As a table, with the new column names.',
        dueOn: '2026-12-01',
      },
    },
  ],
});
