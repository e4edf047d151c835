import { z } from 'zod';
import { plain, RichText } from './text.ts';

export const NotionComment = z.object({
  id: z.string(),
  created_time: z.string(),
  created_by: z.object({ id: z.string() }),
  rich_text: RichText,
});

export const ShownComment = z.object({
  id: z.string(),
  text: z.string(),
  authorId: z.string(),
  createdAt: z.string(),
});

export const shownComment = ({
  id,
  created_time: createdAt,
  created_by: by,
  rich_text: text,
}: z.infer<typeof NotionComment>) => ({
  id,
  text: plain(text),
  authorId: by.id,
  createdAt,
});
