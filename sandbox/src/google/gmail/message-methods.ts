import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, notFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { checkFormat, found, messageIn, ownBox } from './box-access.ts';
import { BatchDelete, BatchModify, format, ListMessages, Message, Modify } from './bodies.ts';
import { relabel, trash, untrash } from './labels.ts';
import { attachmentOf, newestFirst, renderMessage } from './render.ts';
import { gmailScopes } from './scopes.ts';
import { rawOf, removeMessage, sendMessage } from './send.ts';
import type { StoredMessage } from './model.ts';

const base = '/gmail/v1/users/{userId}/messages';
const brief = ({ id, threadId, labelIds }: StoredMessage) => ({ id, threadId, labelIds });
const idsOf = (ids: readonly string[] | null | undefined): readonly string[] => {
  if (!ids?.length) throw new GoogleError(400, 'invalidArgument', 'No message ids specified.');
  if (ids.length > 1000) throw new GoogleError(400, 'invalidArgument', 'Too many message ids. Limit: 1000.');
  return ids;
};

/** Single messages: found, read, sent, labelled, binned. */
export const messageMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'gmail.users.messages.list',
    http: 'GET',
    path: base,
    scopes: gmailScopes.list,
    query: ListMessages,
    cost: 5,
    run: ({ account, params, query, scopes }) => {
      const box = ownBox(kit, account, params.userId!);
      const all = found(kit, account, box, query, scopes).sort(newestFirst);
      const { items, nextPageToken } = pageOf(all, query.maxResults ?? 100, query.pageToken);
      const messages = items.map(({ id, threadId }) => ({ id, threadId }));
      return { ...(messages.length > 0 && { messages }), ...(nextPageToken && { nextPageToken }), resultSizeEstimate: all.length };
    },
  }),
  defineMethod({
    id: 'gmail.users.messages.get',
    http: 'GET',
    path: `${base}/{id}`,
    scopes: gmailScopes.get,
    query: z.strictObject({ format, metadataHeaders: q.many() }),
    cost: 5,
    run: ({ account, params, query, scopes }) => {
      const wanted = query.format ?? 'full';
      checkFormat(wanted, scopes);
      return renderMessage(kit, messageIn(ownBox(kit, account, params.userId!), params.id!), wanted, query.metadataHeaders);
    },
  }),
  defineMethod({
    id: 'gmail.users.messages.attachments.get',
    http: 'GET',
    path: `${base}/{messageId}/attachments/{id}`,
    scopes: gmailScopes.attachment,
    cost: 5,
    run: ({ account, params }) => {
      const message = messageIn(ownBox(kit, account, params.userId!), params.messageId!);
      const attachment = attachmentOf(kit, message, params.id!);
      if (!attachment) throw new GoogleError(400, 'invalidArgument', 'Invalid attachment token');
      return attachment;
    },
  }),
  defineMethod({
    id: 'gmail.users.messages.send',
    http: 'POST',
    path: `${base}/send`,
    scopes: gmailScopes.send,
    body: Message,
    upload: true,
    cost: 100,
    run: ({ account, params, body, media }) => {
      ownBox(kit, account, params.userId!);
      return brief(sendMessage(kit, account, rawOf(body, media), body.threadId));
    },
  }),
  defineMethod({
    id: 'gmail.users.messages.modify',
    http: 'POST',
    path: `${base}/{id}/modify`,
    scopes: gmailScopes.modify,
    body: Modify,
    cost: 5,
    run: ({ account, params, body }) => {
      const box = ownBox(kit, account, params.userId!);
      const message = messageIn(box, params.id!);
      if (!body.addLabelIds?.length && !body.removeLabelIds?.length) throw new GoogleError(400, 'invalidArgument', 'No label add or removes specified');
      relabel(box, message, body.addLabelIds ?? [], body.removeLabelIds ?? []);
      return brief(message);
    },
  }),
  defineMethod({
    id: 'gmail.users.messages.batchModify',
    http: 'POST',
    path: `${base}/batchModify`,
    scopes: gmailScopes.modify,
    body: BatchModify,
    cost: 50,
    run: ({ account, params, body }) => {
      const box = ownBox(kit, account, params.userId!);
      const messages = idsOf(body.ids).flatMap((id) => box.messages[id] ?? []);
      for (const message of messages) relabel(box, message, body.addLabelIds ?? [], body.removeLabelIds ?? []);
      return undefined;
    },
  }),
  defineMethod({
    id: 'gmail.users.messages.batchDelete',
    http: 'POST',
    path: `${base}/batchDelete`,
    scopes: gmailScopes.full,
    body: BatchDelete,
    cost: 50,
    run: ({ account, params, body }) => {
      const box = ownBox(kit, account, params.userId!);
      for (const id of idsOf(body.ids)) if (box.messages[id]) removeMessage(box, box.messages[id]);
      return undefined;
    },
  }),
  ...([['trash', trash], ['untrash', untrash]] as const).map(([name, move]) =>
    defineMethod({
      id: `gmail.users.messages.${name}`,
      http: 'POST',
      path: `${base}/{id}/${name}`,
      scopes: gmailScopes.modify,
      cost: 5,
      run: ({ account, params }) => {
        const box = ownBox(kit, account, params.userId!);
        const message = messageIn(box, params.id!);
        move(box, message);
        return brief(message);
      },
    }),
  ),
  defineMethod({
    id: 'gmail.users.messages.delete',
    http: 'DELETE',
    path: `${base}/{id}`,
    scopes: gmailScopes.full,
    cost: 10,
    run: ({ account, params }) => {
      const box = ownBox(kit, account, params.userId!);
      const message = box.messages[params.id!];
      if (!message) throw notFound();
      removeMessage(box, message);
      return undefined;
    },
  }),
]; // prettier-ignore
