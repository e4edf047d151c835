import { mailSend } from '@switchboard/contracts';
import { apiKey, defineAction, defineProvider } from '@switchboard/provider-kit';
import { z } from 'zod';

const Note = z.object({ id: z.string(), text: z.string(), marker: z.string().optional() });
const Notes = z.object({ notes: z.array(Note) });

const listNotes = defineAction({
  name: 'list_notes',
  title: 'List notes',
  description: 'Lists every note.',
  effect: 'read',
  idempotent: true,
  needs: ['notes.read'],
  input: z.strictObject({}),
  output: Notes,
  run: ({ http }) => http.get('/notes', { schema: Notes }),
  examples: [{ input: {} }],
});

const writeNote = defineAction({
  name: 'write_note',
  title: 'Write note',
  description: 'Writes a note.',
  effect: 'write',
  idempotent: false,
  needs: ['notes.write'],
  input: z.strictObject({
    text: z.string().min(1).describe('Text'),
    to: z
      .array(z.object({ email: z.email() }))
      .default([])
      .describe('To'),
    attachments: z
      .array(z.strictObject({ fileId: z.string() }))
      .default([])
      .describe('Files'),
  }),
  output: Note,
  run: ({ http, run }, { text }) => http.post('/notes', { json: { text, marker: run.marker }, schema: Note }),
  undo: ({ http }, { output }) => http.delete(`/notes/${output.id}`),
  async recover({ http, run }) {
    const { notes } = await http.get('/notes', { schema: Notes });
    return notes.find(({ marker }) => marker === run.marker);
  },
  examples: [{ input: { text: 'Milk' } }],
});

const burnNotes = defineAction({
  name: 'burn_notes',
  title: 'Burn notes',
  description: 'Destroys every note.',
  effect: 'destroy',
  idempotent: true,
  needs: ['notes.write'],
  input: z.strictObject({}),
  output: z.object({ burnt: z.boolean() }),
  run: ({ http }) => http.post('/burn', { schema: z.object({ burnt: z.boolean() }) }),
  examples: [{ input: {} }],
});

const sendMail = defineAction({
  name: 'send_mail',
  title: 'Send mail',
  description: 'Sends mail.',
  fulfils: mailSend,
  effect: 'send',
  idempotent: false,
  needs: ['notes.write'],
  input: mailSend.input,
  output: mailSend.output,
  async run({ http }, { to, subject, text }) {
    await http.post('/notes', { json: { text: `${to[0]?.email}: ${subject}: ${text}` }, schema: Note });
    return { messageId: '1', threadId: '1' };
  },
  examples: [{ input: { to: [{ email: 'ada@example.com' }], subject: 'Hello', text: 'Hello' } }],
});

/** A provider of four actions, to test what runs them. */
export const notesProvider = defineProvider({
  id: 'notes',
  title: 'Notes',
  description: 'Keeps notes.',
  docsUrl: 'https://notes.example',
  auth: {
    key: apiKey({
      use: { in: 'header', name: 'authorization', prefix: 'Bearer ' },
      features: {},
      identity: { endpoint: 'https://api.notes.example/me', subject: '/id' },
    }),
  },
  api: { baseUrl: 'https://api.notes.example', hosts: ['https://api.notes.example'] },
  explain: ({ status }) => ({ kind: status === 401 ? 'credential' : status >= 500 ? 'unavailable' : 'rejected' }),
  actions: [listNotes, writeNote, burnNotes, sendMail],
});
