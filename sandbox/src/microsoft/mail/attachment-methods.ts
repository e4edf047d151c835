import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { MicrosoftAccount } from '../accounts.ts';
import { context, defineMethod, listOf, pagedQuery, selected, type GraphMethod } from '../api.ts';
import { noItem } from '../errors.ts';
import { AttachmentBody, SessionBody } from './bodies.ts';
import { attach } from './change.ts';
import { reads } from './list-methods.ts';
import { writes } from './message-methods.ts';
import { shownAttachment } from './render.ts';
import { messageBy, type StoredAttachment } from './state.ts';
import { openSession } from './upload.ts';

const path = '/me/messages/{message}/attachments';
const entity = { '@odata.context': context('me/messages/attachments/$entity') };

/** @throws {Refusal} 404. */
function attachmentBy(
  kit: SandboxKit,
  account: MicrosoftAccount,
  params: Readonly<Record<string, string>>,
): StoredAttachment {
  const found = messageBy(kit, account, params.message!).attachments.find(({ id }) => id === params.attachment);
  if (!found) throw noItem();
  return found;
}

const withBytes = (kit: SandboxKit, attachment: StoredAttachment) => ({
  ...shownAttachment(attachment),
  contentId: attachment.contentId ?? null,
  contentLocation: null,
  contentBytes: kit.store.blob(attachment.blob).toString('base64'),
});

/** What messages carry. @see https://learn.microsoft.com/graph/api/resources/attachment (read 2026-11-21) */
export const attachmentMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.messages.ListAttachments',
    http: 'GET',
    path,
    scopes: reads,
    query: z.strictObject(pagedQuery(1000)),
    run: ({ account, params, request, query }) => {
      const { attachments } = messageBy(kit, account, params.message!);
      return listOf(request, 'me/messages/attachments', attachments.map((one) => withBytes(kit, one)), query, 10); // prettier-ignore
    },
  }),
  defineMethod({
    id: 'me.messages.GetAttachments',
    http: 'GET',
    path: `${path}/{attachment}`,
    scopes: reads,
    query: z.strictObject({ $select: q.text() }),
    run: ({ account, params, query }) => {
      const attachment = attachmentBy(kit, account, params);
      return { ...entity, ...selected<Record<string, unknown>>(withBytes(kit, attachment), query.$select) };
    },
  }),
  defineMethod({
    id: 'me.messages.attachments.value',
    http: 'GET',
    path: `${path}/{attachment}/$value`,
    scopes: reads,
    run: ({ account, params }) => {
      const { blob, contentType } = attachmentBy(kit, account, params);
      return Reply.bytes(kit.store.blob(blob), contentType);
    },
  }),
  defineMethod({
    id: 'me.messages.CreateAttachments',
    http: 'POST',
    path,
    scopes: writes,
    body: AttachmentBody,
    status: 201,
    run: ({ account, params, body }) => ({
      ...entity,
      ...withBytes(kit, attach(kit, messageBy(kit, account, params.message!), body)),
    }),
  }),
  defineMethod({
    id: 'me.messages.attachments.createUploadSession',
    http: 'POST',
    path: `${path}/createUploadSession`,
    scopes: writes,
    body: SessionBody,
    status: 201,
    run: ({ account, params, body }) => openSession(kit, messageBy(kit, account, params.message!), body.AttachmentItem),
  }),
];
