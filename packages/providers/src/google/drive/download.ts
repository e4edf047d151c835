import { FileId, HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { fetchFile } from './calls.ts';
import { exportOf, isEditorFile, type ExportAs } from './export.ts';
import { folderType } from './file.ts';

const files = 'https://www.googleapis.com/drive/v3/files';

/** Puts a file among the staged ones without holding it in memory; what Google's editors keep is exported. */
export async function download(context: ActionContext, itemId: string, exportAs: ExportAs) {
  const file = await fetchFile(context, itemId);
  if (file.mimeType === folderType) throw new HubError('input_invalid', 'That is a folder. Choose a file in it.');
  const exported = isEditorFile(file.mimeType) ? exportOf(file.mimeType, exportAs) : undefined;
  const path = `${files}/${encodeURIComponent(itemId)}`;
  const answer = exported
    ? await context.http.request('GET', `${path}/export`, { query: { mimeType: exported.mediaType }, streamed: true })
    : await context.http.request('GET', path, { query: { alt: 'media', supportsAllDrives: true }, streamed: true });
  const name = exported ? `${file.name}.${exported.extension}` : file.name;
  const mediaType = exported?.mediaType ?? file.mimeType;
  const { fileId, sizeBytes } = await context.files.save({ name, mediaType }, answer.stream());
  return { fileId: FileId.parse(fileId), name, mediaType, sizeBytes };
}
