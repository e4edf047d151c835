import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { GoogleNote, Note, noteChoice, noteUrl, toNote } from '../keep/note.ts';

export const readNote = defineAction({
  name: 'read_note',
  title: 'Read a note',
  description: 'Reads the words or the list items of a Keep note.',
  effect: 'read',
  idempotent: true,
  needs: ['keep'],
  phrases: ['read the note {noteId}', 'what does {noteId} say'],
  input: z.strictObject({ noteId: noteChoice }),
  output: Note,

  /** @see https://developers.google.com/workspace/keep/api/reference/rest/v1/notes/get */
  run: async ({ http }, { noteId }) => toNote(await http.get(noteUrl(noteId), { schema: GoogleNote })),

  examples: [{ input: { noteId: 'notes/packing-list' } }],
});
