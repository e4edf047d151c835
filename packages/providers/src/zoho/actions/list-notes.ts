import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { search } from '../crm/inputs.ts';
import { Note, noteFields, showNote, ZohoNote } from '../crm/note.ts';
import { findRecords } from '../crm/records.ts';

const { limit, cursor } = search;

export const listNotes = defineAction({
  name: 'list_notes',
  title: 'List notes',
  description: 'Lists the notes of the CRM, the newest change first.',
  effect: 'read',
  idempotent: true,
  needs: ['crm.read'],
  phrases: ['crm notes'],
  input: z.strictObject({ limit, cursor }),
  output: z.object({ notes: z.array(Note), nextCursor: z.string().optional() }),

  async run({ http }, asked) {
    const { records, nextCursor } = await findRecords(http, 'Notes', ZohoNote, noteFields, { ...asked, query: '' });
    return { notes: records.map(showNote), nextCursor };
  },

  examples: [{ input: {} }],
});
