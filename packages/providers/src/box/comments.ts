import { Instant } from '@switchboard/contracts';
import { z } from 'zod';

export const BoxComment = z.object({
  id: z.string(),
  message: z.string(),
  created_at: z.string(),
  created_by: z.object({ id: z.string(), name: z.string().optional() }),
});
export type BoxComment = z.infer<typeof BoxComment>;
export const commentFields = 'id,type,message,created_at,created_by';

export const Comment = z.object({ id: z.string(), by: z.string(), text: z.string(), writtenAt: Instant });

export const shownComment = ({ id, message, created_at, created_by }: BoxComment): z.infer<typeof Comment> => ({
  id,
  by: created_by.name ?? created_by.id,
  text: message,
  writtenAt: created_at,
});
