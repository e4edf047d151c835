import { tasksSearch } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Card } from '../card.ts';
import { listId } from '../fields.ts';
import { findCards } from '../find.ts';

export const searchCards = defineAction({
  name: 'search_cards',
  title: 'Find cards',
  description: 'Finds cards by words or of a list; without either it lists those that you are on.',
  fulfils: tasksSearch,
  effect: 'read',
  idempotent: true,
  needs: ['boards.read'],
  phrases: ['my cards', 'cards in {listId}', 'find cards about {query}'],
  input: tasksSearch.input.extend({ listId: listId.optional() }),
  output: z.object({ tasks: z.array(Card), nextCursor: z.string().optional() }),

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-search/#api-search-get */
  run: (context, input) => findCards(context, input),

  examples: [
    { title: 'Mine', input: {} },
    { title: 'Of a list', input: { listId: '6500000000000000000d0101' } },
    { title: 'By words', input: { query: 'quay map' } },
    { title: 'What was done', input: { done: true } },
  ],
});
