import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { asWritten, driveOf, repeatable } from '../client.ts';
import { everywhere, fetchFile, newFileId } from './calls.ts';
import { fileFields, GoogleFile } from './file.ts';
import { runProperty } from './query.ts';

export interface NewFile {
  readonly name: string;
  readonly folderId?: string;
  readonly mimeType: string;
}

/** What Google is told of a file before it has content: its own id, and the mark of the run. */
export async function outlineOf(context: ActionContext, { name, folderId, mimeType }: NewFile) {
  const parents = folderId ? { parents: [folderId] } : {};
  const appProperties = { [runProperty]: context.run.marker };
  return { id: await newFileId(context), name, mimeType, appProperties, ...parents };
}

/** Makes a folder, or a file without content; a repeated call finds the id taken and answers what is there. */
export async function createBare(context: ActionContext, file: NewFile): Promise<GoogleFile> {
  const drive = await driveOf(context);
  const requestBody = await outlineOf(context, file);
  try {
    const asked = { requestBody, fields: fileFields, ...everywhere };
    return asWritten(GoogleFile, await drive.files.create(asked, repeatable));
  } catch (error) {
    if (error instanceof HubError && error.code === 'conflict') return fetchFile(context, requestBody.id);
    throw error;
  }
}
