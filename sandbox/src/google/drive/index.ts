import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleMethod } from '../api.ts';
import { driveMethods } from './drive-methods.ts';
import { fileMethods } from './file-methods.ts';
import { permissionMethods } from './permission-methods.ts';

/** Google Drive, version 3. */
export const driveApi = (kit: SandboxKit): readonly GoogleMethod[] => [
  ...driveMethods(kit),
  ...fileMethods(kit),
  ...permissionMethods(kit),
];
