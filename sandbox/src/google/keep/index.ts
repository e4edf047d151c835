import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { nameFor } from '../../kit/random.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, invalid } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { isListed } from './filter.ts';
import { keepState, type StoredNote } from './state.ts';

const auth = 'https://www.googleapis.com/auth/';
const write = [`${auth}keep`];
const read = [`${auth}keep`, `${auth}keep.readonly`];

const text = z.strictObject({ text: z.string().max(20_000, 'longer than 20000 characters').nullish() }).nullish();
const item = { text, checked: z.boolean().nullish() };
const loose = z.array(z.looseObject({})).nullish();

/** A note as a client may send it. */
export const NoteBody = z.strictObject({
  attachments: loose,
  body: z
    .strictObject({
      list: z
        .strictObject({
          listItems: z
            .array(
              z.strictObject({
                ...item,
                childListItems: z.array(z.strictObject({ ...item, childListItems: loose })).nullish(),
              }),
            )
            .max(1000, 'more than 1000 items')
            .nullish(),
        })
        .nullish(),
      text,
    })
    .nullish(),
  createTime: z.string().nullish(),
  name: z.string().nullish(),
  permissions: loose,
  title: z.string().max(999, 'longer than 999 characters').nullish(),
  trashTime: z.string().nullish(),
  trashed: z.boolean().nullish(),
  updateTime: z.string().nullish(),
});

function renderNote(note: StoredNote, owner: GoogleAccount): Record<string, unknown> {
  const item = ({ text, checked }: { text: string; checked: boolean }) => ({
    text: { text },
    ...(checked && { checked }),
  });
  const listItems = note.items?.map(({ children, ...one }) => ({
    ...item(one),
    ...(children.length > 0 && { childListItems: children.map(item) }),
  }));
  return {
    name: note.name,
    createTime: note.createTime,
    updateTime: note.updateTime,
    ...(note.trashTime && { trashTime: note.trashTime, trashed: true }),
    ...(note.title && { title: note.title }),
    body: listItems ? { list: { listItems } } : { text: { text: note.text ?? '' } },
    permissions: [
      { name: `${note.name}/permissions/${owner.id}`, role: 'OWNER', email: owner.email, user: { email: owner.email } },
    ],
  };
}

/** Google Keep, version 1: the notes of people of a Workspace. */
export function keepMethods(kit: SandboxKit): readonly GoogleMethod[] {
  const notesOf = (account: GoogleAccount): StoredNote[] => (keepState(kit).notes[account.id] ??= []);
  const noteFor = (account: GoogleAccount, id: string): StoredNote => {
    const note = notesOf(account).find(({ name }) => name === `notes/${id}`);
    // Keep does not tell a note that is not there from one that is another's.
    if (!note) throw new GoogleError(404, 'notFound', 'Requested entity was not found.');
    return note;
  };
  return [
    defineMethod({
      id: 'keep.notes.list',
      http: 'GET',
      path: '/v1/notes',
      scopes: read,
      query: z.strictObject({ filter: q.text(), pageSize: q.int(0), pageToken: q.text() }),
      run: ({ account, query }) => {
        const listed = notesOf(account).filter(isListed(query.filter));
        const { items, nextPageToken } = pageOf(listed, Math.min(query.pageSize || 100, 1000), query.pageToken);
        return { notes: items.map((note) => renderNote(note, account)), ...(nextPageToken && { nextPageToken }) };
      },
    }),
    defineMethod({
      id: 'keep.notes.get',
      http: 'GET',
      path: '/v1/notes/{note}',
      scopes: read,
      run: ({ account, params }) => renderNote(noteFor(account, params.note!), account),
    }),
    defineMethod({
      id: 'keep.notes.create',
      http: 'POST',
      path: '/v1/notes',
      scopes: write,
      body: NoteBody,
      run: ({ account, body: { title, body } }) => {
        if (body?.list && body.text) throw invalid('A note has text or a list.', 'body');
        const state = keepState(kit);
        const now = new Date(kit.clock()).toISOString();
        const plain = (one: {
          text?: { text?: string | null | undefined } | null | undefined;
          checked?: boolean | null | undefined;
        }) => ({
          text: one.text?.text ?? '',
          checked: one.checked ?? false,
        });
        const items = body?.list?.listItems?.map((one) => ({
          ...plain(one),
          children: (one.childListItems ?? []).map(plain),
        }));
        const note: StoredNote = {
          name: `notes/${nameFor(`note ${state.next++} ${kit.seed}`, 24)}`,
          title: title ?? '',
          ...(items ? { items } : { text: body?.text?.text ?? '' }),
          createTime: now,
          updateTime: now,
        };
        notesOf(account).unshift(note);
        kit.store.changed();
        return renderNote(note, account);
      },
    }),
    defineMethod({
      id: 'keep.notes.delete',
      http: 'DELETE',
      path: '/v1/notes/{note}',
      scopes: write,
      run: ({ account, params }) => {
        const note = noteFor(account, params.note!);
        keepState(kit).notes[account.id] = notesOf(account).filter((one) => one !== note);
        kit.store.changed();
        return {};
      },
    }),
  ];
}
