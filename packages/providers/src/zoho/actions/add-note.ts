import { defineAction, picked } from '@switchboard/provider-kit';
import { z } from 'zod';
import { Note, noteFields, showNote, ZohoNote } from '../crm/note.ts';
import { addRecord, findRecords, readRecord, removeRecord } from '../crm/records.ts';

const recentMs = 15 * 60_000;

export const addNote = defineAction({
  name: 'add_note',
  title: 'Add note',
  description: 'Adds a note to a deal, a lead or a contact. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['crm.read', 'crm.write'],
  phrases: ['note on deal {recordId}: {text}'],
  input: z.strictObject({
    recordId: picked({ action: 'zoho.search_deals', items: 'deals', label: 'name' }).describe('Deal, lead or contact'),
    module: z.enum(['Deals', 'Leads', 'Contacts']).default('Deals').describe('What the record is'),
    title: z.string().max(120).describe('Title').optional(),
    text: z.string().min(1).max(32_000).describe('Text'),
  }),
  output: Note,

  /** @see https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html (read 2026-11-21) */
  async run({ http }, { recordId, module, title, text }) {
    const id = await addRecord(http, 'Notes', {
      Parent_Id: { id: recordId, module: { api_name: module } },
      ...(title === undefined ? {} : { Note_Title: title }),
      Note_Content: text,
    });
    return showNote(await readRecord(http, 'Notes', ZohoNote, noteFields, id));
  },

  /** Notes cannot be searched, so the newest are looked through. */
  async recover({ http, now }, { text, recordId }) {
    const { records } = await findRecords(http, 'Notes', ZohoNote, noteFields, { query: '', limit: 50 });
    const made = records.find(
      (note) =>
        note.Note_Content === text &&
        note.Parent_Id?.id === recordId &&
        Math.abs(now.getTime() - Date.parse(note.madeAt)) < recentMs,
    );
    return made && showNote(made);
  },

  undo: ({ http }, { output }) => removeRecord(http, 'Notes', output.id),

  examples: [
    {
      input: {
        recordId: '4876876000000400003',
        title: 'After the call',
        text: 'Kenji wants the demo before the holidays.',
      },
    },
  ],
});
