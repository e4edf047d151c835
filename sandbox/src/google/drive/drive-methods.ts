import { z } from 'zod';
import { q } from '../../kit/api.ts';
import type { SandboxKit } from '../../kit/world.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { exportTypes } from './exports.ts';
import { ListDrives } from './queries.ts';
import { renderDrive, renderUser } from './render.ts';
import { driveScopes } from './scopes.ts';
import { driveState } from './state.ts';

const editors = ['document', 'spreadsheet', 'presentation'].map((kind) => `application/vnd.google-apps.${kind}`);
const limit = 15 * 1024 ** 3;

/** Shared drives, and what Google says of an account's Drive as a whole. */
export const driveMethods = (kit: SandboxKit): readonly GoogleMethod[] => [
  defineMethod({
    id: 'drive.about.get',
    http: 'GET',
    path: '/drive/v3/about',
    scopes: driveScopes.about,
    cost: 5,
    run: ({ account, scopes, request }) => {
      if (!request.query.has('fields'))
        throw new GoogleError(400, 'required', "The 'fields' parameter is required for this method.", {
          location: 'fields',
        });
      const own = Object.values(driveState(kit).files).filter((file) => file.owner === account.email);
      const used = (files: typeof own): string => String(files.reduce((sum, { size = 0 }) => sum + size, 0));
      return {
        kind: 'drive#about',
        user: renderUser(account.email, { account, scopes }),
        storageQuota: {
          limit: String(limit),
          usage: used(own),
          usageInDrive: used(own),
          usageInDriveTrash: used(own.filter(({ trashed }) => trashed)),
        },
        exportFormats: Object.fromEntries(editors.map((type) => [type, exportTypes(type)])),
        maxUploadSize: '5242880000000',
        appInstalled: true,
        canCreateDrives: false,
        canCreateTeamDrives: false,
      };
    },
  }),
  defineMethod({
    id: 'drive.drives.list',
    http: 'GET',
    path: '/drive/v3/drives',
    scopes: driveScopes.drives,
    cost: 100,
    query: ListDrives,
    run: ({ account, query }) => {
      const own = Object.values(driveState(kit).drives).filter(({ members }) => members[account.email]);
      const { items, nextPageToken } = pageOf(own, query.pageSize ?? 10, query.pageToken);
      return { kind: 'drive#driveList', ...(nextPageToken && { nextPageToken }), drives: items.map(renderDrive) };
    },
  }),
  defineMethod({
    id: 'drive.drives.get',
    http: 'GET',
    path: '/drive/v3/drives/{driveId}',
    scopes: driveScopes.drives,
    cost: 5,
    query: z.strictObject({ useDomainAdminAccess: q.bool() }),
    run: ({ account, params }) => {
      const drive = driveState(kit).drives[params.driveId!];
      if (!drive?.members[account.email])
        throw new GoogleError(404, 'notFound', `Shared drive not found: ${params.driveId!}`);
      return renderDrive(drive);
    },
  }),
];
