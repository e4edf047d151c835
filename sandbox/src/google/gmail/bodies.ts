import { z } from 'zod';
import { q } from '../../kit/api.ts';

const text = z.string().nullish();
const ids = z.array(z.string()).nullish();
const Part: z.ZodType = z.lazy(() =>
  z.strictObject({
    body: z.strictObject({ attachmentId: text, data: text, size: z.int().nullish() }).nullish(),
    filename: text,
    headers: z.array(z.strictObject({ name: text, value: text })).nullish(),
    mimeType: text,
    partId: text,
    parts: z.array(Part).nullish(),
  }),
);

/** A message as a client may send it; only `raw` and `threadId` count. */
export const Message = z.strictObject({
  classificationLabelValues: z.array(z.looseObject({})).nullish(),
  historyId: text,
  id: text,
  internalDate: text,
  labelIds: ids,
  payload: Part.nullish(),
  raw: text,
  sizeEstimate: z.int().nullish(),
  snippet: text,
  threadId: text,
});

export const Draft = z.strictObject({ id: text, message: Message.nullish() });

const classification = {
  addClassificationLabels: z.array(z.looseObject({})).nullish(),
  removeClassificationLabelIds: ids,
};
export const Modify = z.strictObject({ addLabelIds: ids, removeLabelIds: ids, ...classification });
export const BatchModify = z.strictObject({ ids, addLabelIds: ids, removeLabelIds: ids, ...classification });
export const ModifyThread = z.strictObject({ addLabelIds: ids, removeLabelIds: ids });
export const BatchDelete = z.strictObject({ ids });

export const Label = z.strictObject({
  color: z.strictObject({ backgroundColor: text, textColor: text }).nullish(),
  id: text,
  labelListVisibility: z.enum(['labelShow', 'labelShowIfUnread', 'labelHide']).nullish(),
  messageListVisibility: z.enum(['show', 'hide']).nullish(),
  messagesTotal: z.int().nullish(),
  messagesUnread: z.int().nullish(),
  name: text,
  threadsTotal: z.int().nullish(),
  threadsUnread: z.int().nullish(),
  type: z.enum(['system', 'user']).nullish(),
});

export const format = z.enum(['minimal', 'full', 'raw', 'metadata']).optional();
export const ListMessages = z.strictObject({
  includeSpamTrash: q.bool(),
  labelIds: q.many(),
  maxResults: q.int(1, 500),
  pageToken: q.text(),
  q: q.text(),
});
