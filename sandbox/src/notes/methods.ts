import { z } from 'zod';
import { methodsFor, q } from '../kit/api.ts';
import { cursorPage } from '../kit/paging.ts';
import { Refusal } from '../kit/refusal.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { Note, Notebook, Writer } from './model.ts';

const title = z.string().min(1).max(200);
const text = z.string().max(20_000);

/** A small notes API, such as nobody declares. */
export function methodsOf(kit: SandboxKit, notebookOf: (writer: Writer) => Notebook) {
  const define = methodsFor<Writer>();
  const noteBy = (writer: Writer, id: string | undefined): Note => {
    const found = notebookOf(writer).notes.find((note) => note.id === id);
    if (!found) throw new Refusal('not_found', 'There is no such note.');
    return found;
  };
  const now = (): string => new Date(kit.clock()).toISOString();

  return [
    define({
      id: 'me',
      http: 'GET',
      path: '/me',
      scopes: [],
      run: ({ account: { id, title: name } }) => ({ id, name }),
    }),
    define({
      id: 'notes.list',
      http: 'GET',
      path: '/notes',
      scopes: [],
      query: z.strictObject({ limit: q.int(1, 100), cursor: q.text(), search: q.text() }),
      run({ account, query }) {
        const wanted = query.search?.toLowerCase() ?? '';
        const found = notebookOf(account).notes.filter((note) =>
          `${note.title} ${note.text}`.toLowerCase().includes(wanted),
        );
        return cursorPage('notes', found, query.cursor, query.limit ?? 20);
      },
    }),
    define({
      id: 'notes.get',
      http: 'GET',
      path: '/notes/{id}',
      scopes: [],
      run: ({ account, params }) => noteBy(account, params['id']),
    }),
    define({
      id: 'notes.create',
      http: 'POST',
      path: '/notes',
      scopes: [],
      status: 201,
      body: z.strictObject({ title, text: text.default('') }),
      run({ account, body }) {
        const notebook = notebookOf(account);
        const at = now();
        const note = { id: `note-${account.user}-${notebook.next}`, ...body, createdAt: at, changedAt: at };
        notebook.next += 1;
        notebook.notes.push(note);
        kit.store.changed();
        return note;
      },
    }),
    define({
      id: 'notes.change',
      http: 'PATCH',
      path: '/notes/{id}',
      scopes: [],
      body: z.strictObject({ title: title.optional(), text: text.optional() }),
      run({ account, params, body }) {
        const note = Object.assign(noteBy(account, params['id']), body, { changedAt: now() });
        kit.store.changed();
        return note;
      },
    }),
    define({
      id: 'notes.delete',
      http: 'DELETE',
      path: '/notes/{id}',
      scopes: [],
      run({ account, params }) {
        const notebook = notebookOf(account);
        const note = noteBy(account, params['id']);
        notebook.notes = notebook.notes.filter((one) => one !== note);
        kit.store.changed();
      },
    }),
    define({
      id: 'notes.export',
      http: 'GET',
      path: '/export',
      scopes: [],
      run: ({ account }) =>
        Reply.bytes(
          notebookOf(account)
            .notes.map((note) => `# ${note.title}\n\n${note.text}\n`)
            .join('\n'),
          'text/markdown; charset=utf-8',
          { 'content-disposition': 'attachment; filename="notes.md"' },
        ),
    }),
  ];
}
