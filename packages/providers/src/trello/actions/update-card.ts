import { tasksUpdate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { Card, changeCard, fetchCard, leftAlone, shownCard } from '../card.ts';
import { cardId, dueAt } from '../fields.ts';

interface Fields {
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
  readonly dueOn?: string | null | undefined;
}

/** What a change writes, in Trello's words. */
const writtenOf = ({ title, notes, dueOn }: Fields) => ({
  ...(title === undefined ? {} : { name: title.trim() }),
  ...(notes === undefined ? {} : { desc: notes }),
  ...(dueOn === undefined ? {} : { due: dueOn === null ? null : dueAt(dueOn) }),
});

export const updateCard = defineAction({
  name: 'update_card',
  title: 'Change a card',
  description: "Changes a card's title, notes or due date; what is left out stays.",
  fulfils: tasksUpdate,
  effect: 'write',
  idempotent: true,
  needs: ['boards.write'],
  phrases: ['rename card {taskId} to {title}', 'card {taskId} is due {dueOn}'],
  input: tasksUpdate.input.extend({ taskId: cardId }),
  output: Card,

  async before(context, { taskId: id }) {
    const card = await fetchCard(context, id);
    return { ...shownCard(card), was: { name: card.name, desc: card.desc, due: card.due } };
  },

  /** @see https://developer.atlassian.com/cloud/trello/rest/api-group-cards/#api-cards-id-put */
  async run(context, { taskId: id, ...fields }) {
    return shownCard(await changeCard(context, id, writtenOf(fields)));
  },

  async undo(context, { input: { taskId: id, ...fields }, before: { was } }) {
    const written = writtenOf(fields);
    leftAlone(await fetchCard(context, id), written);
    const back = Object.keys(written).map((name) => [name, was[name as keyof typeof was]]);
    await changeCard(context, id, Object.fromEntries(back) as Record<string, unknown>);
  },

  examples: [
    { input: { taskId: '6500000000000000000c0103', dueOn: '2026-12-04' } },
    {
      title: 'Another title',
      input: { taskId: '6500000000000000000c0104', title: 'Write the words of the tracking page' },
    },
  ],
});
