import { HubError } from '@switchboard/contracts';
import type { ActionContext, StagedFile } from '@switchboard/provider-kit';
import { z } from 'zod';
import { BoxItem, fields, named } from './item.ts';
import { hexDigest } from './sha1.ts';
import { uploadInParts } from './upload-session.ts';

const uploads = 'https://upload.box.com/api/2.0/files';

/** From this size on Box takes a file in parts, which go on where they were interrupted. */
const partsFrom = 20_000_000;

/** Where an upload goes: a new file in a folder, or a new version of a file. */
export type Target =
  { readonly folder: string; readonly name: string } | { readonly file: string; readonly name?: string };

const Uploaded = z.object({ entries: z.array(BoxItem).min(1) });

/**
 * Uploads a staged file, streamed.
 * @see https://developer.box.com/reference/post-files-content (read 2026-11-21)
 * @throws HubError `conflict` where the name is taken.
 */
export async function upload(context: ActionContext, file: StagedFile, target: Target): Promise<BoxItem> {
  if (file.sizeBytes >= partsFrom) return uploadInParts(context, file, target);
  const isNew = 'folder' in target;
  const attributes = isNew ? { name: target.name, parent: { id: target.folder } } : { name: target.name };
  const address = isNew ? `${uploads}/content` : `${uploads}/${target.file}/content`;
  const { entries } = await context.http.post(address, {
    query: { fields },
    parts: [
      { name: 'attributes', value: JSON.stringify(attributes) },
      {
        name: 'file',
        filename: target.name ?? file.name,
        mediaType: file.mediaType,
        sizeBytes: file.sizeBytes,
        content: file.stream(),
      },
    ],
    schema: Uploaded,
  });
  return entries[0]!;
}

/** The file that an unclear upload left: of that name, in that folder, with the same content. */
export async function uploaded(
  context: ActionContext,
  file: StagedFile,
  folder: string,
  name: string,
): Promise<BoxItem | undefined> {
  const there = await named(context, folder, 'file', name);
  if (!there || there.size !== file.sizeBytes) return undefined;
  return there.sha1 === (await hexDigest(file.stream())) ? there : undefined;
}

/** A name that Box can give. @throws HubError `input_invalid`. */
export function nameOf(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && !/[/\\\p{Cc}]/u.test(trimmed) && trimmed !== '.' && trimmed !== '..') return trimmed;
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/name', message: 'A name has no slashes and is not only spaces or dots.' }],
  });
}
