import { z } from 'zod';
import { q } from '../../kit/api.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxRequest } from '../../kit/exchange.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError } from '../errors.ts';
import { masked } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { readUpload } from '../upload.ts';
import { fileFor, isTrashed, type Viewer } from './access.ts';
import { FileBody } from './bodies.ts';
import { createFile, removeFile, updateFile, type Content } from './change.ts';
import { exported } from './exports.ts';
import { foundFiles } from './listing.ts';
import { mediaOf } from './media.ts';
import { folderType, type StoredFile } from './model.ts';
import { CopyFile, CreateFile, DeleteFile, GenerateIds, GetFile, ListFiles, UpdateFile } from './queries.ts';
import { renderFile } from './render.ts';
import { driveScopes } from './scopes.ts';
import { driveState, newFileId, setContent } from './state.ts';
import { beginUpload, defaultFields } from './uploads.ts';

const base = '/drive/v3/files';

/** The content of an upload that came in one request. */
function contentOf(request: SandboxRequest, media: Buffer | undefined): Content | undefined {
  return media && { bytes: media, mediaType: readUpload(request).mediaType };
}

const isResumable = ({ path, query }: SandboxRequest): boolean =>
  path.startsWith('/upload/') && query.get('uploadType') === 'resumable';

/** The files of Google Drive. */
export function fileMethods(kit: SandboxKit): readonly GoogleMethod[] {
  /** Google answers four fields unless it is told which. */
  const shown = (file: StoredFile, viewer: Viewer, request: SandboxRequest): unknown =>
    masked(renderFile(driveState(kit), file, viewer), request.query.get('fields') ?? defaultFields);
  return [
    defineMethod({
      id: 'drive.files.list',
      http: 'GET',
      path: base,
      scopes: driveScopes.read,
      cost: 100,
      query: ListFiles,
      run: ({ account, scopes, query, request }) => {
        const viewer = { account, scopes };
        const { items, nextPageToken } = pageOf(foundFiles(kit, viewer, query), query.pageSize ?? 100, query.pageToken);
        const page = {
          kind: 'drive#fileList',
          ...(nextPageToken && { nextPageToken }),
          incompleteSearch: false,
          files: items.map((file) => renderFile(driveState(kit), file, viewer)),
        };
        const standard = `kind,nextPageToken,incompleteSearch,files(${defaultFields})`;
        return request.query.has('fields') ? page : masked(page, standard);
      },
    }),
    defineMethod({
      id: 'drive.files.generateIds',
      http: 'GET',
      path: `${base}/generateIds`,
      scopes: driveScopes.create,
      cost: 5,
      query: GenerateIds,
      run: ({ query }) => {
        if (!['drive', 'appDataFolder', undefined].includes(query.space))
          throw new GoogleError(400, 'invalid', 'Invalid Value', { location: 'space' });
        const ids = Array.from({ length: query.count ?? 10 }, () => newFileId(kit));
        driveState(kit).generated.push(...ids);
        kit.store.changed();
        return { kind: 'drive#generatedIds', space: query.space ?? 'drive', ids };
      },
    }),
    defineMethod({
      id: 'drive.files.emptyTrash',
      http: 'DELETE',
      path: `${base}/trash`,
      scopes: driveScopes.whole,
      cost: 50,
      query: z.strictObject({ driveId: q.text(), enforceSingleParent: q.bool() }),
      run: ({ account }) => {
        const state = driveState(kit);
        for (const file of Object.values(state.files))
          if (file.owner === account.email && isTrashed(state, file)) removeFile(kit, file);
        return undefined;
      },
    }),
    defineMethod({
      id: 'drive.files.get',
      http: 'GET',
      path: `${base}/{fileId}`,
      scopes: driveScopes.read,
      cost: 5,
      query: GetFile,
      run: ({ account, scopes, params, query, request }) => {
        const viewer = { account, scopes };
        const file = fileFor(kit, viewer, params.fileId!, { supportsAllDrives: query.supportsAllDrives });
        return request.query.get('alt') === 'media'
          ? mediaOf(kit, viewer, file, request)
          : shown(file, viewer, request);
      },
    }),
    defineMethod({
      id: 'drive.files.create',
      http: 'POST',
      path: base,
      scopes: driveScopes.create,
      cost: 50,
      upload: true,
      query: CreateFile,
      body: FileBody,
      run: ({ account, scopes, query, body, media, request }) => {
        const viewer = { account, scopes };
        const { supportsAllDrives } = query;
        if (isResumable(request)) return beginUpload(kit, viewer, request, { supportsAllDrives });
        const content = contentOf(request, media);
        return shown(createFile(kit, viewer, body, { supportsAllDrives, content }), viewer, request);
      },
    }),
    defineMethod({
      id: 'drive.files.update',
      http: 'PATCH',
      path: `${base}/{fileId}`,
      scopes: driveScopes.update,
      cost: 50,
      upload: true,
      query: UpdateFile,
      body: FileBody,
      run: ({ account, scopes, params, query, body, media, request }) => {
        const viewer = { account, scopes };
        const { supportsAllDrives } = query;
        const file = fileFor(kit, viewer, params.fileId!, { supportsAllDrives, needed: 'writer', write: true });
        if (isResumable(request)) return beginUpload(kit, viewer, request, { fileId: file.id, supportsAllDrives });
        updateFile(kit, viewer, file, body, query);
        if (media) setContent(kit, file, media);
        return shown(file, viewer, request);
      },
    }),
    defineMethod({
      id: 'drive.files.copy',
      http: 'POST',
      path: `${base}/{fileId}/copy`,
      scopes: driveScopes.copy,
      cost: 50,
      query: CopyFile,
      body: FileBody,
      run: ({ account, scopes, params, query, body, request }) => {
        const viewer = { account, scopes };
        const { supportsAllDrives } = query;
        const file = fileFor(kit, viewer, params.fileId!, { supportsAllDrives });
        if (file.mimeType === folderType)
          throw new GoogleError(403, 'cannotCopyFile', 'This file cannot be copied by the user.');
        const bytes = file.blob ? kit.store.blob(file.blob) : Buffer.from(file.text ?? '');
        const like = { name: `Copy of ${file.name}`, mimeType: file.mimeType, ...body };
        const copy = createFile(kit, viewer, like, { supportsAllDrives, content: { bytes, mediaType: file.mimeType } });
        return shown(copy, viewer, request);
      },
    }),
    defineMethod({
      id: 'drive.files.delete',
      http: 'DELETE',
      path: `${base}/{fileId}`,
      scopes: driveScopes.create,
      cost: 50,
      query: DeleteFile,
      run: ({ account, scopes, params, query }) => {
        const needed = 'organizer' as const;
        const { supportsAllDrives } = query;
        removeFile(kit, fileFor(kit, { account, scopes }, params.fileId!, { supportsAllDrives, needed, write: true }));
        return undefined;
      },
    }),
    defineMethod({
      id: 'drive.files.export',
      http: 'GET',
      path: `${base}/{fileId}/export`,
      scopes: driveScopes.export,
      cost: 200,
      query: z.strictObject({ mimeType: z.string({ error: 'Required' }) }),
      run: ({ account, scopes, params, query }) => {
        const file = fileFor(kit, { account, scopes }, params.fileId!, { supportsAllDrives: true });
        return Reply.bytes(exported(file, query.mimeType), query.mimeType);
      },
    }),
  ];
}
