import { createHash } from 'node:crypto';
import { z } from 'zod';
import { q, type ApiMethod } from '../kit/api.ts';
import type { SandboxRequest } from '../kit/exchange.ts';
import { filePart, readMultipart, type FormPart } from '../kit/multipart.ts';
import { secretName } from '../kit/random.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { BoxAccount } from './accounts.ts';
import { checkEtag, checkName, present, touch } from './change.ts';
import { invalid } from './errors.ts';
import { defineMethod, reads, writes } from './methods.ts';
import { contentOf, driveOf, newId, type Drive, type Item } from './state.ts';
import { fullItem, masked } from './view.ts';

const linkMs = 15 * 60_000;
const withFields = z.strictObject({ fields: q.text() });
const Form = z.strictObject({ attributes: z.string(), file: filePart });
const NewFile = z.strictObject({
  name: z.string(),
  parent: z.strictObject({ id: z.string() }),
  content_created_at: z.iso.datetime({ offset: true }).optional(),
  content_modified_at: z.iso.datetime({ offset: true }).optional(),
});
const NewVersion = z.strictObject({
  name: z.string().optional(),
  content_modified_at: z.iso.datetime({ offset: true }).optional(),
});

/** The link to a file's content, which lies on another host and needs no token. */
export const downloadMethods = (kit: SandboxKit): ApiMethod<BoxAccount>[] => [
  defineMethod({
    id: 'get_files_id_content',
    http: 'GET',
    path: '/files/{id}/content',
    scopes: reads,
    query: z.strictObject({ version: q.text() }),
    run: ({ account, params }) => {
      const drive = driveOf(kit, account);
      const { id } = present(drive, 'file', params.id!);
      const name = secretName();
      drive.links[name] = { itemId: id, expiresAt: kit.clock() + linkMs };
      kit.store.changed();
      return Reply.empty(302, { location: `https://dl.boxcloud.com/d/1/${name}/download` });
    },
  }),
];

/** Uploads in one request; `attributes` comes before `file`. */
export const uploadMethods = (kit: SandboxKit): ApiMethod<BoxAccount>[] => [
  defineMethod({
    id: 'post_files_content',
    http: 'POST',
    path: '/files/content',
    scopes: writes,
    query: withFields,
    body: Form,
    accepts: ['multipart'],
    status: 201,
    run: ({ account, query, body, request }) => {
      const { name, parent } = attributesOf(NewFile, body.attributes, request);
      const drive = driveOf(kit, account);
      const { id: folderId } = present(drive, 'folder', parent.id);
      const file = create(kit, drive, { folderId, name, mediaType: body.file.mediaType }, bytesOf(body.file, request));
      return { total_count: 1, entries: [masked(fullItem(drive, account, file), query.fields)] };
    },
  }),
  defineMethod({
    id: 'post_files_id_content',
    http: 'POST',
    path: '/files/{id}/content',
    scopes: writes,
    query: withFields,
    body: Form,
    accepts: ['multipart'],
    run: ({ account, params, query, body, request }) => {
      const { name } = attributesOf(NewVersion, body.attributes, request);
      const drive = driveOf(kit, account);
      const file = present(drive, 'file', params.id!);
      checkEtag(file, request.headers['if-match']);
      if (name !== undefined) checkName(drive, file.parentId!, name, file);
      replace(kit, drive, file, bytesOf(body.file, request));
      if (name !== undefined) file.name = name;
      return { total_count: 1, entries: [masked(fullItem(drive, account, file), query.fields)] };
    },
  }),
];

export interface NewContent {
  readonly folderId: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Puts a new file into a folder. @throws {Refusal} 409 where the name is taken. */
export function create(kit: SandboxKit, drive: Drive, { folderId, name, mediaType }: NewContent, bytes: Buffer): Item {
  checkName(drive, folderId, name);
  const at = new Date(kit.clock()).toISOString();
  const file: Item = {
    id: newId(kit, drive),
    type: 'file',
    name,
    parentId: folderId,
    etag: 0,
    createdAt: at,
    modifiedAt: at,
    description: '',
    mediaType,
    ...contentOf(kit, bytes),
    versions: [],
    comments: [],
  };
  drive.items[`file:${file.id}`] = file;
  return file;
}

/** Gives a file new content and keeps the old one. */
export function replace(kit: SandboxKit, drive: Drive, file: Item, bytes: Buffer): void {
  file.versions!.push({ id: newId(kit, drive), blob: file.blob!, sha1: file.sha1!, size: file.size! });
  Object.assign(file, contentOf(kit, bytes));
  touch(kit, file);
}

/** @throws {Refusal} 400 where the attributes come after the file, or are not what they should be. */
function attributesOf<T extends z.ZodType>(schema: T, text: string, request: SandboxRequest): z.output<T> {
  const [first] = readMultipart(request.headers['content-type'] ?? '', request.body);
  if (first?.name !== 'attributes')
    throw invalid('Metadata must come before the file contents', 'metadata_after_file_contents');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw invalid('The attributes are not what they should be.');
  }
}

/** @throws {Refusal} 400 for an empty file, or one that is not what `content-md5` says. */
function bytesOf({ bytes }: FormPart, { headers }: SandboxRequest): Buffer {
  const wanted = headers['content-md5'];
  if (wanted !== undefined && createHash('sha1').update(bytes).digest('hex') !== wanted)
    throw invalid('The hash of the content is another one.', 'bad_digest');
  return bytes;
}
