import { z } from 'zod';
import { q } from '../../kit/api.ts';

export const ListFiles = z.strictObject({
  corpora: z.enum(['user', 'domain', 'drive', 'allDrives'], 'not a corpus').optional(),
  corpus: q.text(),
  driveId: q.text(),
  includeItemsFromAllDrives: q.bool(),
  includeLabels: q.text(),
  includePermissionsForView: q.text(),
  includeTeamDriveItems: q.bool(),
  orderBy: q.text(),
  pageSize: q.int(1, 1000),
  pageToken: q.text(),
  q: q.text(),
  spaces: q.text(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  teamDriveId: q.text(),
});
export type ListFiles = z.infer<typeof ListFiles>;

export const GetFile = z.strictObject({
  acknowledgeAbuse: q.bool(),
  includeLabels: q.text(),
  includePermissionsForView: q.text(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
});
export type GetFile = z.infer<typeof GetFile>;

export const CreateFile = z.strictObject({
  enforceSingleParent: q.bool(),
  ignoreDefaultVisibility: q.bool(),
  includeLabels: q.text(),
  includePermissionsForView: q.text(),
  keepRevisionForever: q.bool(),
  ocrLanguage: q.text(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  useContentAsIndexableText: q.bool(),
});
export type CreateFile = z.infer<typeof CreateFile>;

export const UpdateFile = z.strictObject({
  addParents: q.text(),
  enforceSingleParent: q.bool(),
  includeLabels: q.text(),
  includePermissionsForView: q.text(),
  keepRevisionForever: q.bool(),
  ocrLanguage: q.text(),
  removeParents: q.text(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  useContentAsIndexableText: q.bool(),
});
export type UpdateFile = z.infer<typeof UpdateFile>;

export const CopyFile = z.strictObject({
  copyComments: q.bool(),
  enforceSingleParent: q.bool(),
  ignoreDefaultVisibility: q.bool(),
  includeLabels: q.text(),
  includePermissionsForView: q.text(),
  keepRevisionForever: q.bool(),
  ocrLanguage: q.text(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
});
export type CopyFile = z.infer<typeof CopyFile>;

export const DeleteFile = z.strictObject({
  enforceSingleParent: q.bool(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
});
export type DeleteFile = z.infer<typeof DeleteFile>;

export const GenerateIds = z.strictObject({
  count: q.int(1, 1000),
  space: q.text(),
  type: q.text(),
});
export type GenerateIds = z.infer<typeof GenerateIds>;

export const ListPermissions = z.strictObject({
  includePermissionsForView: q.text(),
  pageSize: q.int(1, 100),
  pageToken: q.text(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  useDomainAdminAccess: q.bool(),
});
export type ListPermissions = z.infer<typeof ListPermissions>;

export const GetPermission = z.strictObject({
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  useDomainAdminAccess: q.bool(),
});
export type GetPermission = z.infer<typeof GetPermission>;

export const CreatePermission = z.strictObject({
  emailMessage: q.text(),
  enforceExpansiveAccess: q.bool(),
  enforceSingleParent: q.bool(),
  moveToNewOwnersRoot: q.bool(),
  sendNotificationEmail: q.bool(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  transferOwnership: q.bool(),
  useDomainAdminAccess: q.bool(),
});
export type CreatePermission = z.infer<typeof CreatePermission>;

export const UpdatePermission = z.strictObject({
  enforceExpansiveAccess: q.bool(),
  removeExpiration: q.bool(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  transferOwnership: q.bool(),
  useDomainAdminAccess: q.bool(),
});
export type UpdatePermission = z.infer<typeof UpdatePermission>;

export const DeletePermission = z.strictObject({
  enforceExpansiveAccess: q.bool(),
  supportsAllDrives: q.bool(),
  supportsTeamDrives: q.bool(),
  useDomainAdminAccess: q.bool(),
});
export type DeletePermission = z.infer<typeof DeletePermission>;

export const ListDrives = z.strictObject({
  pageSize: q.int(1, 100),
  pageToken: q.text(),
  q: q.text(),
  useDomainAdminAccess: q.bool(),
});
export type ListDrives = z.infer<typeof ListDrives>;
