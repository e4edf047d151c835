import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { invalid, notFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { found, ownBox } from './box-access.ts';
import { Draft, format } from './bodies.ts';
import { newestFirst, renderMessage } from './render.ts';
import { gmailScopes } from './scopes.ts';
import { keepDraft, rawOf, removeMessage, sendMessage } from './send.ts';
import { nextId, type Box, type StoredMessage } from './model.ts';
import { gmailState } from './state.ts';

const base = '/gmail/v1/users/{userId}/drafts';
const brief = (id: string, { id: messageId, threadId, labelIds }: StoredMessage) => ({
  id,
  message: { id: messageId, threadId, labelIds },
});

function draftIn(box: Box, id: string): { id: string; message: StoredMessage } {
  const draft = Object.hasOwn(box.drafts, id) ? box.drafts[id] : undefined;
  const message = draft && box.messages[draft.messageId];
  if (!message) throw notFound();
  return { id, message };
}

/** Drafts: kept, changed, sent, thrown away. */
export const draftMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'gmail.users.drafts.list',
    http: 'GET',
    path: base,
    scopes: gmailScopes.draftRead,
    query: z.strictObject({ includeSpamTrash: q.bool(), maxResults: q.int(1, 500), pageToken: q.text(), q: q.text() }),
    cost: 5,
    run: ({ account, params, query, scopes }) => {
      const box = ownBox(kit, account, params.userId!);
      const hits = new Set(found(kit, account, box, query, scopes));
      const all = Object.values(box.drafts)
        .flatMap(({ id, messageId }) =>
          hits.has(box.messages[messageId]!) ? [{ id, message: box.messages[messageId]! }] : [],
        )
        .sort((a, b) => newestFirst(a.message, b.message));
      const { items, nextPageToken } = pageOf(all, query.maxResults ?? 100, query.pageToken);
      const drafts = items.map(({ id, message }) => ({ id, message: { id: message.id, threadId: message.threadId } }));
      return {
        ...(drafts.length > 0 && { drafts }),
        ...(nextPageToken && { nextPageToken }),
        resultSizeEstimate: all.length,
      };
    },
  }),
  defineMethod({
    id: 'gmail.users.drafts.create',
    http: 'POST',
    path: base,
    scopes: gmailScopes.draftWrite,
    body: Draft,
    upload: true,
    cost: 10,
    run: ({ account, params, body, media }) => {
      const box = ownBox(kit, account, params.userId!);
      const message = keepDraft(kit, account, rawOf(body.message, media), body.message?.threadId);
      const id = `r${BigInt(`0x${nextId(gmailState(kit))}`).toString()}`;
      box.drafts[id] = { id, messageId: message.id };
      return brief(id, message);
    },
  }),
  defineMethod({
    id: 'gmail.users.drafts.send',
    http: 'POST',
    path: `${base}/send`,
    scopes: gmailScopes.draftWrite,
    body: Draft,
    upload: true,
    cost: 100,
    run: ({ account, params, body, media }) => {
      const box = ownBox(kit, account, params.userId!);
      if (!body.id) throw invalid('Missing draft id', 'id');
      const { id, message } = draftIn(box, body.id);
      const raw = media ?? (body.message?.raw ? rawOf(body.message, undefined) : kit.store.blob(message.raw));
      const alone = Object.values(box.messages).every(
        (other) => other === message || other.threadId !== message.threadId,
      );
      const sent = sendMessage(kit, account, raw, alone ? undefined : message.threadId);
      removeMessage(box, message);
      delete box.drafts[id];
      return { id: sent.id, threadId: sent.threadId, labelIds: sent.labelIds };
    },
  }),
  defineMethod({
    id: 'gmail.users.drafts.get',
    http: 'GET',
    path: `${base}/{id}`,
    scopes: gmailScopes.draftRead,
    query: z.strictObject({ format }),
    cost: 5,
    run: ({ account, params, query }) => {
      const { id, message } = draftIn(ownBox(kit, account, params.userId!), params.id!);
      return { id, message: renderMessage(kit, message, query.format ?? 'full') };
    },
  }),
  defineMethod({
    id: 'gmail.users.drafts.update',
    http: 'PUT',
    path: `${base}/{id}`,
    scopes: gmailScopes.draftWrite,
    body: Draft,
    upload: true,
    cost: 15,
    run: ({ account, params, body, media }) => {
      const box = ownBox(kit, account, params.userId!);
      const { id, message } = draftIn(box, params.id!);
      const next = keepDraft(kit, account, rawOf(body.message, media), body.message?.threadId);
      removeMessage(box, message);
      box.drafts[id] = { id, messageId: next.id };
      return brief(id, next);
    },
  }),
  defineMethod({
    id: 'gmail.users.drafts.delete',
    http: 'DELETE',
    path: `${base}/{id}`,
    scopes: gmailScopes.draftWrite,
    cost: 10,
    run: ({ account, params }) => {
      const box = ownBox(kit, account, params.userId!);
      const { id, message } = draftIn(box, params.id!);
      removeMessage(box, message);
      delete box.drafts[id];
      return undefined;
    },
  }),
];
