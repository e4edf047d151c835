import { z } from 'zod';

const text = z.string().nullish();
const flag = z.boolean().nullish();
const any = z.looseObject({}).nullish();
const many = z.array(z.looseObject({})).nullish();
const names = z.array(z.string()).nullish();
const pairs = z.record(z.string(), z.string().nullable()).nullish();
const time = z.iso.datetime({ offset: true, error: 'not an RFC 3339 time' }).nullish();

/** A file as a client may send it; what Google sets itself is taken and not looked at. */
export const FileBody = z.strictObject({
  appProperties: pairs,
  capabilities: any,
  clientEncryptionDetails: any,
  contentHints: any,
  contentRestrictions: many,
  copyRequiresWriterPermission: flag,
  createdTime: time,
  description: text,
  downloadRestrictions: any,
  driveId: text,
  explicitlyTrashed: flag,
  exportLinks: any,
  fileExtension: text,
  folderColorRgb: text,
  fullFileExtension: text,
  hasAugmentedPermissions: flag,
  hasThumbnail: flag,
  headRevisionId: text,
  iconLink: text,
  id: text,
  imageMediaMetadata: any,
  inheritedPermissionsDisabled: flag,
  isAppAuthorized: flag,
  kind: text,
  labelInfo: any,
  lastModifyingUser: any,
  linkShareMetadata: any,
  md5Checksum: text,
  mimeType: text,
  modifiedByMe: flag,
  modifiedByMeTime: time,
  modifiedTime: time,
  name: text,
  originalFilename: text,
  ownedByMe: flag,
  owners: many,
  parents: names,
  permissionIds: names,
  permissions: many,
  properties: pairs,
  quotaBytesUsed: text,
  resourceKey: text,
  sha1Checksum: text,
  sha256Checksum: text,
  shared: flag,
  sharedWithMeTime: time,
  sharingUser: any,
  shortcutDetails: any,
  size: text,
  spaces: names,
  starred: flag,
  teamDriveId: text,
  thumbnailLink: text,
  thumbnailVersion: text,
  trashed: flag,
  trashedTime: time,
  trashingUser: any,
  version: text,
  videoMediaMetadata: any,
  viewedByMe: flag,
  viewedByMeTime: time,
  viewersCanCopyContent: flag,
  webContentLink: text,
  webViewLink: text,
  writersCanShare: flag,
});
export type FileBody = z.infer<typeof FileBody>;

const role = z.enum(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'], 'not a role');

/** A right as a client may send it. */
export const PermissionBody = z.strictObject({
  allowFileDiscovery: flag,
  deleted: flag,
  displayName: text,
  domain: text,
  emailAddress: text,
  expirationTime: time,
  id: text,
  inheritedPermissionsDisabled: flag,
  kind: text,
  pendingOwner: flag,
  permissionDetails: many,
  photoLink: text,
  role: role.nullish(),
  teamDrivePermissionDetails: many,
  type: z.enum(['user', 'group', 'domain', 'anyone'], 'not a type').nullish(),
  view: text,
});
export type PermissionBody = z.infer<typeof PermissionBody>;
