import { mailLabel } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { changeLabels, ensureLabelIds, knownLabelIds, readLabels, restoreLabels } from '../mail/labels.ts';

export const labelMessages = defineAction({
  name: 'label_messages',
  title: 'Label messages',
  description: 'Adds labels to messages and takes labels off, by name; a label that is missing is made.',
  fulfils: mailLabel,
  effect: 'write',
  idempotent: true,
  needs: ['mail.modify'],
  phrases: ['label {messageIds} as {add}', 'take {remove} off {messageIds}', 'mark {messageIds} as read'],
  input: mailLabel.input,
  output: mailLabel.output,

  before: (context, { messageIds }) => readLabels(context, messageIds),

  /** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/batchModify */
  async run(context, { messageIds, add, remove }) {
    const adding = await ensureLabelIds(context, add);
    await changeLabels(context, messageIds, adding, await knownLabelIds(context, remove));
    return { messageIds };
  },

  async undo(context, { input, before }) {
    await restoreLabels(context, before, await knownLabelIds(context, [...input.add, ...input.remove]));
  },

  examples: [{ input: { messageIds: ['ada0000000000001'], add: ['Travel'], remove: ['UNREAD'] } }],
});
