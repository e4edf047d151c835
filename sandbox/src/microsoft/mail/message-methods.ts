import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { context, defineMethod, selected, type GraphMethod } from '../api.ts';
import { answerDraft } from './answering.ts';
import { ForwardBody, MessageBody, MoveBody, ReplyBody, SendMailBody } from './bodies.ts';
import { addDraft, changeMessage, moveMessage, removeMessage, sendDraft } from './change.ts';
import { reads } from './list-methods.ts';
import { shownMessage, wishOf } from './render.ts';
import { mailState, messageBy } from './state.ts';

export const writes = ['Mail.ReadWrite'];
const entity = { '@odata.context': context('me/messages/$entity') };
const path = '/me/messages/{message}';
const query = z.strictObject({
  $select: q.text(),
  $expand: z
    .string()
    .regex(/^attachments(\(\$select=[a-zA-Z,]+\))?$/)
    .optional(),
});

/** Messages read, written, moved, answered and sent. @see https://learn.microsoft.com/graph/api/resources/message (read 2026-11-21) */
export const messageMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.CreateMessages',
    http: 'POST',
    path: '/me/messages',
    scopes: writes,
    body: MessageBody,
    status: 201,
    run: ({ account, request, body }) => ({
      ...entity,
      ...shownMessage(addDraft(kit, account, body), wishOf(request)),
    }),
  }),
  defineMethod({
    id: 'me.GetMessages',
    http: 'GET',
    path,
    scopes: reads,
    query,
    run: ({ account, params, request, query: { $select, $expand } }) => {
      const shown = shownMessage(messageBy(kit, account, params.message!), wishOf(request, $expand));
      return { ...entity, ...selected(shown, $select && $expand ? `${$select},attachments` : $select) };
    },
  }),
  defineMethod({
    id: 'me.UpdateMessages',
    http: 'PATCH',
    path,
    scopes: writes,
    body: MessageBody,
    run: ({ account, params, request, body }) => {
      const message = messageBy(kit, account, params.message!);
      changeMessage(kit, message, body);
      return { ...entity, ...shownMessage(message, wishOf(request)) };
    },
  }),
  defineMethod({
    id: 'me.DeleteMessages',
    http: 'DELETE',
    path,
    scopes: writes,
    run: ({ account, params }) => {
      removeMessage(kit, account, messageBy(kit, account, params.message!));
      return Reply.empty(204);
    },
  }),
  defineMethod({
    id: 'me.messages.move',
    http: 'POST',
    path: `${path}/move`,
    scopes: writes,
    body: MoveBody,
    status: 201,
    run: ({ account, params, request, body }) => {
      const message = messageBy(kit, account, params.message!);
      moveMessage(kit, account, message, body.destinationId);
      return { ...entity, ...shownMessage(message, wishOf(request)) };
    },
  }),
  ...(['createReply', 'createReplyAll', 'createForward'] as const).map((way) =>
    defineMethod({
      id: `me.messages.${way}`,
      http: 'POST',
      path: `${path}/${way}`,
      scopes: writes,
      body: (way === 'createForward' ? ForwardBody : ReplyBody).optional(),
      status: 201,
      run: ({ account, params, request, body = {} }) => {
        const draft = answerDraft(kit, account, messageBy(kit, account, params.message!), way, body);
        return { ...entity, ...shownMessage(draft, wishOf(request)) };
      },
    }),
  ),
  defineMethod({
    id: 'me.messages.send',
    http: 'POST',
    path: `${path}/send`,
    scopes: ['Mail.Send'],
    run: ({ account, params }) => {
      sendDraft(kit, account, messageBy(kit, account, params.message!));
      return Reply.empty(202);
    },
  }),
  defineMethod({
    id: 'me.sendMail',
    http: 'POST',
    path: '/me/sendMail',
    scopes: ['Mail.Send'],
    body: SendMailBody,
    run: ({ account, body }) => {
      const draft = addDraft(kit, account, body.message);
      sendDraft(kit, account, draft);
      if (body.saveToSentItems === false) delete mailState(kit).messages[draft.id];
      return Reply.empty(202);
    },
  }),
];
