import { HubError } from '@switchboard/contracts';
import { picked } from '@switchboard/provider-kit';
import { z } from 'zod';

/** Keep has no client package of Google's, so its few calls are made directly. */
export const keepUrl = 'https://keep.googleapis.com/v1';

const Text = z.object({ text: z.string().default('') });
const Item = z.object({ text: Text.optional(), checked: z.boolean().default(false) });
export const GoogleNote = z.object({
  name: z.string(),
  title: z.string().default(''),
  createTime: z.iso.datetime({ offset: true }).optional(),
  updateTime: z.iso.datetime({ offset: true }).optional(),
  trashed: z.boolean().default(false),
  body: z
    .object({
      text: Text.optional(),
      list: z
        .object({ listItems: z.array(Item.extend({ childListItems: z.array(Item).default([]) })).default([]) })
        .optional(),
    })
    .optional(),
});
export type GoogleNote = z.infer<typeof GoogleNote>;
export const GoogleNotes = z.object({ notes: z.array(GoogleNote).default([]), nextPageToken: z.string().optional() });

const ListItem = z.object({ text: z.string(), checked: z.boolean() });

/** A note as people know it: words, or items to tick off. */
export const Note = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().optional(),
  items: z.array(ListItem).optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  changedAt: z.iso.datetime({ offset: true }).optional(),
});
export type Note = z.infer<typeof Note>;

/** A note as forms offer it. */
export const noteChoice = picked({ action: 'google.list_notes', items: 'notes' }).describe('Note');

export const toNote = ({ name, title, body, createTime, updateTime }: GoogleNote): Note => ({
  id: name,
  title,
  text: body?.text?.text,
  items: body?.list?.listItems.flatMap((item) => [item, ...item.childListItems]).map(toItem),
  createdAt: createTime,
  changedAt: updateTime,
});

const toItem = ({ text, checked }: z.infer<typeof Item>) => ({ text: text?.text ?? '', checked });

/** The address of a note. @throws HubError `input_invalid` for ids that are not of a note. */
export function noteUrl(id: string): string {
  if (/^notes\/[\w-]+$/.test(id)) return `${keepUrl}/${id}`;
  throw new HubError('input_invalid', 'A Keep note id begins with notes/, as the list of notes gives it.');
}
