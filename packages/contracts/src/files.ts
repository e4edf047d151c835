import { z } from 'zod';
import { FileId, Instant } from './ids.ts';
import { defineRoute } from './route.ts';
import { defineStream } from './stream.ts';

/** A staged file: usable as an action's input for an hour, gone after the run that used it. */
export const StagedFileView = z.object({
  id: FileId,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int().nonnegative(),
  sha256: z.string().length(64),
  expiresAt: Instant,
});
export type StagedFileView = z.infer<typeof StagedFileView>;

/** The body is the file itself; `Content-Type` and `Content-Disposition: attachment; filename*=…` describe it. */
export const postFile = defineRoute({
  method: 'POST',
  path: '/api/v1/files',
  permission: 'files:use',
  title: 'Stage a file',
  status: 201,
  reply: StagedFileView,
  streams: 'request',
});
export const getFileRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/files/:fileId',
  permission: 'files:use',
  title: 'Download a staged file',
  params: z.object({ fileId: FileId }),
  reply: z.unknown(),
  streams: 'response',
});

/** Keeps the bytes; the answer's body is a {@link StagedFileView} as JSON. */
export const stageFile = defineStream({
  subject: 'integrations.file.stage',
  callers: ['gateway'],
  permission: 'files:use',
  parameters: z.object({ name: z.string().max(255), mediaType: z.string().max(255) }),
  errors: ['payload_too_large', 'input_invalid'],
});
export const openFile = defineStream({
  subject: 'integrations.file.open',
  callers: ['gateway'],
  permission: 'files:use',
  parameters: z.object({ fileId: FileId }),
  errors: ['not_found'],
});
