import { z } from 'zod';

export const noteFields = ['Note_Title', 'Note_Content', 'Parent_Id', 'Created_By', 'Created_Time'] as const;

export const ZohoNote = z
  .object({
    id: z.string(),
    Note_Title: z.string().nullish(),
    Note_Content: z.string().nullish(),
    Parent_Id: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
    Created_By: z.object({ name: z.string().nullish() }).nullish(),
    Created_Time: z.string(),
  })
  .transform((note) => ({ ...note, madeAt: note.Created_Time }));

export const Note = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  about: z.string().optional(),
  by: z.string().optional(),
  madeAt: z.iso.datetime({ offset: true }),
});

export const showNote = (note: z.output<typeof ZohoNote>) => ({
  id: note.id,
  title: note.Note_Title ?? '',
  text: note.Note_Content ?? '',
  about: note.Parent_Id?.name ?? undefined,
  by: note.Created_By?.name ?? undefined,
  madeAt: note.Created_Time,
});
