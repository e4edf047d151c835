import { z } from 'zod';

const Header = z.object({ name: z.string(), value: z.string() });

/** One MIME part as Gmail gives it; `body.data` is base64url. */
export interface GooglePart {
  partId?: string;
  mimeType?: string;
  filename?: string;
  headers?: z.infer<typeof Header>[];
  body?: { size?: number; data?: string; attachmentId?: string };
  parts?: GooglePart[];
}
export const GooglePart: z.ZodType<GooglePart> = z.lazy(() =>
  z.object({
    partId: z.string().optional(),
    mimeType: z.string().optional(),
    filename: z.string().optional(),
    headers: z.array(Header).optional(),
    body: z
      .object({ size: z.number().optional(), data: z.string().optional(), attachmentId: z.string().optional() })
      .optional(),
    parts: z.array(GooglePart).optional(),
  }),
);

export const GoogleMessage = z.object({
  id: z.string(),
  threadId: z.string(),
  labelIds: z.array(z.string()).default([]),
  snippet: z.string().default(''),
  internalDate: z.string().regex(/^\d+$/).default('0'),
  payload: GooglePart.optional(),
});
export type GoogleMessage = z.infer<typeof GoogleMessage>;

export const GoogleMessageRef = z.object({ id: z.string(), threadId: z.string() });
export const GoogleMessageRefs = z.object({
  messages: z.array(GoogleMessageRef).default([]),
  nextPageToken: z.string().optional(),
  resultSizeEstimate: z.number().int().optional(),
});
export const GoogleThread = z.object({ id: z.string(), messages: z.array(GoogleMessage).default([]) });
export const GoogleDraft = z.object({ id: z.string(), message: GoogleMessageRef });
export const GoogleDrafts = z.object({ drafts: z.array(GoogleDraft).default([]) });
export const GoogleLabel = z.object({ id: z.string(), name: z.string(), type: z.string().optional() });
export const GoogleLabels = z.object({ labels: z.array(GoogleLabel).default([]) });
