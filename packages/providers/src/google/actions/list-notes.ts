import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { GoogleNotes, keepUrl, Note, toNote } from '../keep/note.ts';

export const listNotes = defineAction({
  name: 'list_notes',
  title: 'List notes',
  description: 'Lists the Keep notes of the person, without those in the bin.',
  effect: 'read',
  idempotent: true,
  needs: ['keep'],
  phrases: ['my notes', 'show my keep notes'],
  input: z.strictObject({
    limit: z.int().min(1).max(100).default(50).describe('At most this many'),
    cursor: z.string().max(4096).describe('Where the last page ended').optional(),
  }),
  output: z.object({ notes: z.array(Note), nextCursor: z.string().optional() }),

  /** @see https://developers.google.com/workspace/keep/api/reference/rest/v1/notes/list */
  async run({ http }, { limit, cursor }) {
    const query = { pageSize: limit, pageToken: cursor };
    const page = await http.get(`${keepUrl}/notes`, { query, schema: GoogleNotes });
    return { notes: page.notes.filter(({ trashed }) => !trashed).map(toNote), nextCursor: page.nextPageToken };
  },

  examples: [{ input: {} }],
});
