import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, notFound } from '../errors.ts';
import { ownBox } from './box-access.ts';
import { gmailScopes } from './scopes.ts';
import { pageOf } from '../paging.ts';

const users = '/gmail/v1/users/{userId}';

/** The box itself: profile, changes, sender addresses. */
export const boxMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'gmail.users.getProfile',
    http: 'GET',
    path: `${users}/profile`,
    scopes: gmailScopes.profile,
    run: ({ account, params }) => {
      const box = ownBox(kit, account, params.userId!);
      const all = Object.values(box.messages);
      return {
        emailAddress: account.email,
        messagesTotal: all.length,
        threadsTotal: new Set(all.map((message) => message.threadId)).size,
        historyId: String(box.historyId),
      };
    },
  }),
  defineMethod({
    id: 'gmail.users.history.list',
    http: 'GET',
    path: `${users}/history`,
    scopes: gmailScopes.list,
    query: z.strictObject({
      historyTypes: q.many(),
      labelId: q.text(),
      maxResults: q.int(1, 500),
      pageToken: q.text(),
      startHistoryId: q.text(),
    }),
    cost: 2,
    run: ({ account, params, query }) => {
      const box = ownBox(kit, account, params.userId!);
      const start = Number(query.startHistoryId ?? Number.NaN);
      if (Number.isNaN(start))
        throw new GoogleError(400, 'invalidArgument', 'Missing or invalid startHistoryId', {
          location: 'startHistoryId',
        });
      if (start < box.historyFloor || start > box.historyId) throw notFound();
      const types: Record<string, string> = {
        messageAdded: 'messagesAdded',
        messageDeleted: 'messagesDeleted',
        labelAdded: 'labelsAdded',
        labelRemoved: 'labelsRemoved',
      };
      const wanted = query.historyTypes?.map((type) => types[type]);
      const all = box.history.filter(
        (entry) =>
          entry.id > start &&
          (!wanted || wanted.includes(entry.kind)) &&
          (!query.labelId || entry.labelIds.includes(query.labelId)),
      );
      const { items, nextPageToken } = pageOf(all, query.maxResults ?? 100, query.pageToken);
      const history = items.map((entry) => {
        const brief = { id: entry.messageId, threadId: entry.threadId };
        const message = { ...brief, labelIds: box.messages[entry.messageId]?.labelIds ?? entry.labelIds };
        const about = entry.kind.startsWith('labels') ? { message, labelIds: entry.labelIds } : { message };
        return { id: String(entry.id), messages: [brief], [entry.kind]: [about] };
      });
      return {
        ...(history.length > 0 && { history }),
        ...(nextPageToken && { nextPageToken }),
        historyId: String(box.historyId),
      };
    },
  }),
  defineMethod({
    id: 'gmail.users.settings.sendAs.list',
    http: 'GET',
    path: `${users}/settings/sendAs`,
    scopes: gmailScopes.settings,
    run: ({ account, params }) => {
      ownBox(kit, account, params.userId!);
      return {
        sendAs: [
          {
            sendAsEmail: account.email,
            displayName: account.name,
            replyToAddress: '',
            signature: '',
            isPrimary: true,
            isDefault: true,
          },
        ],
      };
    },
  }),
];
