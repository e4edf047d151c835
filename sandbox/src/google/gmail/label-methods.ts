import type { z } from 'zod';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError, notFound } from '../errors.ts';
import { ownBox } from './box-access.ts';
import { Label } from './bodies.ts';
import { relabel } from './labels.ts';
import { gmailScopes } from './scopes.ts';
import type { Box, StoredLabel } from './model.ts';

const labels = '/gmail/v1/users/{userId}/labels';

function counted(box: Box, label: StoredLabel): Record<string, unknown> {
  const own = Object.values(box.messages).filter((message) => message.labelIds.includes(label.id));
  const unread = own.filter((message) => message.labelIds.includes('UNREAD'));
  const threads = (list: typeof own): number => new Set(list.map((message) => message.threadId)).size;
  return {
    ...label,
    messagesTotal: own.length,
    messagesUnread: unread.length,
    threadsTotal: threads(own),
    threadsUnread: threads(unread),
  };
}

function labelIn(box: Box, id: string): StoredLabel {
  const label = Object.hasOwn(box.labels, id) ? box.labels[id] : undefined;
  if (!label) throw notFound();
  return label;
}

function userLabel(box: Box, id: string): StoredLabel {
  const label = labelIn(box, id);
  if (label.type === 'system') throw new GoogleError(400, 'invalidArgument', 'Invalid update request');
  return label;
}

function applyLabel(box: Box, label: StoredLabel, body: z.infer<typeof Label>): StoredLabel {
  const name = body.name ?? label.name;
  if (!name.trim()) throw new GoogleError(400, 'invalidArgument', 'Label name is required');
  const taken = Object.values(box.labels).some(
    (other) => other.id !== label.id && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw new GoogleError(409, 'aborted', 'Label name exists or conflicts', { status: 'ABORTED' });
  const { labelListVisibility, messageListVisibility, color } = body;
  const next: StoredLabel = { ...label, name };
  if (labelListVisibility) next.labelListVisibility = labelListVisibility;
  if (messageListVisibility) next.messageListVisibility = messageListVisibility;
  if (color)
    next.color = {
      ...(color.textColor && { textColor: color.textColor }),
      ...(color.backgroundColor && { backgroundColor: color.backgroundColor }),
    };
  box.labels[next.id] = next;
  return next;
}

/** Labels: listed, counted, made, changed, removed. */
export const labelMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'gmail.users.labels.list',
    http: 'GET',
    path: labels,
    scopes: gmailScopes.labelRead,
    run: ({ account, params }) => ({ labels: Object.values(ownBox(kit, account, params.userId!).labels) }),
  }),
  defineMethod({
    id: 'gmail.users.labels.get',
    http: 'GET',
    path: `${labels}/{id}`,
    scopes: gmailScopes.labelRead,
    run: ({ account, params }) => {
      const box = ownBox(kit, account, params.userId!);
      return counted(box, labelIn(box, params.id!));
    },
  }),
  defineMethod({
    id: 'gmail.users.labels.create',
    http: 'POST',
    path: labels,
    scopes: gmailScopes.labelWrite,
    body: Label,
    cost: 5,
    run: ({ account, params, body }) => {
      const box = ownBox(kit, account, params.userId!);
      const used = Object.keys(box.labels).map((id) => Number(/^Label_(\d+)$/.exec(id)?.[1] ?? 0));
      return applyLabel(
        box,
        { id: `Label_${Math.max(0, ...used) + 1}`, name: '', type: 'user' },
        { ...body, name: body.name ?? '' },
      );
    },
  }),
  ...(['patch', 'update'] as const).map((mode) =>
    defineMethod({
      id: `gmail.users.labels.${mode}`,
      http: mode === 'patch' ? 'PATCH' : 'PUT',
      path: `${labels}/{id}`,
      scopes: gmailScopes.labelWrite,
      body: Label,
      cost: 5,
      run: ({ account, params, body }) => {
        const box = ownBox(kit, account, params.userId!);
        return applyLabel(box, userLabel(box, params.id!), body);
      },
    }),
  ),
  defineMethod({
    id: 'gmail.users.labels.delete',
    http: 'DELETE',
    path: `${labels}/{id}`,
    scopes: gmailScopes.labelWrite,
    cost: 5,
    run: ({ account, params }) => {
      const box = ownBox(kit, account, params.userId!);
      const { id } = userLabel(box, params.id!);
      for (const message of Object.values(box.messages))
        if (message.labelIds.includes(id)) relabel(box, message, [], [id]);
      delete box.labels[id];
      return undefined;
    },
  }),
];
