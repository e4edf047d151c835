import { HubError } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { GoogleNote, GoogleNotes, keepUrl, Note, noteUrl, toNote } from '../keep/note.ts';
import { beganAt } from '../run-time.ts';

const input = z.strictObject({
  title: z.string().max(999).default('').describe('Title'),
  text: z.string().max(20_000).describe('Words of the note').optional(),
  items: z.array(z.string().min(1).max(1000)).max(1000).describe('Items to tick off, instead of words').optional(),
});

function bodyOf({ text, items }: z.output<typeof input>): object {
  if (text !== undefined && items) throw new HubError('input_invalid', 'A note has words or items, not both.');
  if (!items) return { text: { text: text ?? '' } };
  return { list: { listItems: items.map((item) => ({ text: { text: item }, checked: false })) } };
}

export const createNote = defineAction({
  name: 'create_note',
  title: 'Add a note',
  description: 'Adds a Keep note with words or with items to tick off. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['keep'],
  phrases: ['note {text}', 'write a note {title} saying {text}'],
  input,
  output: Note,

  /** @see https://developers.google.com/workspace/keep/api/reference/rest/v1/notes/create */
  run: async ({ http }, asked) =>
    toNote(
      await http.post(`${keepUrl}/notes`, {
        json: { title: asked.title, body: bodyOf(asked) },
        schema: GoogleNote,
      }),
    ),

  /** Looks among the notes made since the run began for one that says the same. */
  async recover({ http, run }, { title, text, items }) {
    const filter = `create_time > "${beganAt(run.id).toISOString()}" AND -trashed`;
    let pageToken: string | undefined;
    do {
      const query = { filter, pageSize: 100, pageToken };
      const page = await http.get(`${keepUrl}/notes`, { query, schema: GoogleNotes });
      const made = page.notes.map(toNote).find((note) => {
        const listed = note.items?.map((item) => item.text).join('\n');
        return note.title === title && (items ? listed === items.join('\n') : (note.text ?? '') === (text ?? ''));
      });
      if (made) return made;
      pageToken = page.nextPageToken;
    } while (pageToken);
    return undefined;
  },

  undo: ({ http }, { output }) => http.delete(noteUrl(output.id)),

  examples: [
    { input: { title: 'Open evening', text: 'Sixty chairs, two microphones, name tags.' } },
    { title: 'To tick off', input: { title: 'Shopping', items: ['Coffee', 'Oat milk'] } },
  ],
});
