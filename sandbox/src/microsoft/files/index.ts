import { z } from 'zod';
import type { SandboxKit } from '../../kit/world.ts';
import { context, defineMethod, type GraphMethod } from '../api.ts';
import { contentMethods } from './content-methods.ts';
import { itemMethods } from './item-methods.ts';

/** The person's OneDrive. */
export const fileMethods = (kit: SandboxKit): readonly GraphMethod[] => [
  defineMethod({
    id: 'me.GetDrive',
    http: 'GET',
    path: '/me/drive',
    scopes: ['Files.Read', 'Files.ReadWrite', 'Files.ReadWrite.All'],
    query: z.strictObject({}),
    run: ({ account }) => ({
      '@odata.context': context('drives/$entity'),
      id: account.driveId,
      driveType: 'business',
      name: 'OneDrive',
      owner: { user: { id: account.id, displayName: account.name } },
    }),
  }),
  ...itemMethods(kit),
  ...contentMethods(kit),
];
