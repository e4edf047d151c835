import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { GoogleNote, noteChoice, noteUrl, toNote } from '../keep/note.ts';

export const deleteNote = defineAction({
  name: 'delete_note',
  title: 'Delete a note',
  description: 'Deletes a Keep note for good, also for the people it is shared with. This cannot be undone.',
  effect: 'destroy',
  idempotent: true,
  needs: ['keep'],
  phrases: ['delete the note {noteId}', 'throw {noteId} away'],
  input: z.strictObject({ noteId: noteChoice }),
  output: z.object({ noteId: z.string(), deleted: z.literal(true) }),

  before: async ({ http }, { noteId }) => toNote(await http.get(noteUrl(noteId), { schema: GoogleNote })),

  /** @see https://developers.google.com/workspace/keep/api/reference/rest/v1/notes/delete */
  async run({ http }, { noteId }) {
    await http.delete(noteUrl(noteId));
    return { noteId, deleted: true } as const;
  },

  async recover({ http }, { noteId }) {
    try {
      await http.get(noteUrl(noteId), { schema: GoogleNote });
      return undefined;
    } catch (error) {
      if (error instanceof HubError && error.code === 'not_found') return { noteId, deleted: true } as const;
      throw error;
    }
  },

  examples: [{ input: { noteId: 'notes/packing-list' } }],
});
