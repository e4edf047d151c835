import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import { Refusal } from '../kit/refusal.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BoxAccount } from './accounts.ts';
import { present } from './change.ts';
import { defineMethod, reads, writes } from './methods.ts';
import { driveOf, newId } from './state.ts';
import { commentView, masked } from './view.ts';

const paged = { fields: q.text(), limit: q.int(0, 1000), offset: q.int() };

/** What is said about files. */
export const commentMethods = (kit: SandboxKit): ApiMethod<BoxAccount>[] => [
  defineMethod({
    id: 'get_files_id_comments',
    http: 'GET',
    path: '/files/{id}/comments',
    scopes: reads,
    query: z.strictObject(paged),
    run: ({ account, params, query: { fields, limit = 100, offset = 0 } }) => {
      const file = present(driveOf(kit, account), 'file', params.id!);
      const { comments = [] } = file;
      const entries = comments.slice(offset, offset + limit);
      return {
        total_count: comments.length,
        entries: entries.map((comment) => masked(commentView(account, file, comment), fields)),
        limit,
        offset,
      };
    },
  }),
  defineMethod({
    id: 'post_comments',
    http: 'POST',
    path: '/comments',
    scopes: writes,
    query: z.strictObject({ fields: q.text() }),
    body: z.strictObject({
      message: z.string().min(1).max(10_000),
      item: z.strictObject({ type: z.literal('file'), id: z.string() }),
    }),
    status: 201,
    run: ({ account, query, body: { message, item } }) => {
      const drive = driveOf(kit, account);
      const file = present(drive, 'file', item.id);
      const createdAt = new Date(kit.clock()).toISOString();
      const comment = { id: newId(kit, drive), by: account.name, text: message, createdAt };
      (file.comments ??= []).push(comment);
      return masked(commentView(account, file, comment), query.fields);
    },
  }),
  defineMethod({
    id: 'delete_comments_id',
    http: 'DELETE',
    path: '/comments/{id}',
    scopes: writes,
    run: ({ account, params }) => {
      const all = Object.values(driveOf(kit, account).items);
      const file = all.find(({ comments = [] }) => comments.some(({ id }) => id === params.id));
      if (!file) throw new Refusal('not_found', 'Not Found');
      file.comments = file.comments!.filter(({ id }) => id !== params.id);
      kit.store.changed();
      return Reply.empty(204);
    },
  }),
];
