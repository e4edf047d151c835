import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { pageOf } from '../paging.ts';
import { checkFormat, found, ownBox, threadIn } from './box-access.ts';
import { ListMessages, ModifyThread } from './bodies.ts';
import { relabel, trash, untrash } from './labels.ts';
import { newestFirst, renderMessage } from './render.ts';
import { gmailScopes } from './scopes.ts';
import type { StoredMessage } from './model.ts';

const base = '/gmail/v1/users/{userId}/threads';
const historyOf = (messages: readonly StoredMessage[]): string =>
  String(Math.max(...messages.map((message) => message.historyId)));
const brief = (id: string, messages: readonly StoredMessage[]) => ({
  id,
  historyId: historyOf(messages),
  messages: messages.map((message) => ({ id: message.id, threadId: message.threadId, labelIds: message.labelIds })),
});

/** Conversations. */
export const threadMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'gmail.users.threads.list',
    http: 'GET',
    path: base,
    scopes: gmailScopes.list,
    query: ListMessages,
    cost: 10,
    run: ({ account, params, query, scopes }) => {
      const box = ownBox(kit, account, params.userId!);
      const hits = found(kit, account, box, query, scopes).sort(newestFirst);
      const ids = [...new Set(hits.map((message) => message.threadId))];
      const { items, nextPageToken } = pageOf(ids, query.maxResults ?? 100, query.pageToken);
      const threads = items.map((id) => {
        const messages = threadIn(box, id);
        return { id, snippet: messages.at(-1)!.snippet, historyId: historyOf(messages) };
      });
      return {
        ...(threads.length > 0 && { threads }),
        ...(nextPageToken && { nextPageToken }),
        resultSizeEstimate: ids.length,
      };
    },
  }),
  defineMethod({
    id: 'gmail.users.threads.get',
    http: 'GET',
    path: `${base}/{id}`,
    scopes: gmailScopes.get,
    query: z.strictObject({ format: z.enum(['minimal', 'full', 'metadata']).optional(), metadataHeaders: q.many() }),
    cost: 10,
    run: ({ account, params, query, scopes }) => {
      const wanted = query.format ?? 'full';
      checkFormat(wanted, scopes);
      const messages = threadIn(ownBox(kit, account, params.userId!), params.id!);
      return {
        id: params.id,
        historyId: historyOf(messages),
        messages: messages.map((message) => renderMessage(kit, message, wanted, query.metadataHeaders)),
      };
    },
  }),
  defineMethod({
    id: 'gmail.users.threads.modify',
    http: 'POST',
    path: `${base}/{id}/modify`,
    scopes: gmailScopes.modify,
    body: ModifyThread,
    cost: 10,
    run: ({ account, params, body }) => {
      const box = ownBox(kit, account, params.userId!);
      const messages = threadIn(box, params.id!);
      for (const message of messages) relabel(box, message, body.addLabelIds ?? [], body.removeLabelIds ?? []);
      return brief(params.id!, messages);
    },
  }),
  ...(
    [
      ['trash', trash],
      ['untrash', untrash],
    ] as const
  ).map(([name, move]) =>
    defineMethod({
      id: `gmail.users.threads.${name}`,
      http: 'POST',
      path: `${base}/{id}/${name}`,
      scopes: gmailScopes.modify,
      cost: 10,
      run: ({ account, params }) => {
        const box = ownBox(kit, account, params.userId!);
        const messages = threadIn(box, params.id!);
        for (const message of messages) move(box, message);
        return brief(params.id!, messages);
      },
    }),
  ),
];
