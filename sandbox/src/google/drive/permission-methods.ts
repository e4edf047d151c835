import type { SandboxKit } from '../../kit/world.ts';
import { accountBy } from '../accounts.ts';
import { nameFor } from '../../kit/random.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError } from '../errors.ts';
import { masked } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { fileFor, type Viewer } from './access.ts';
import { PermissionBody } from './bodies.ts';
import type { StoredFile, StoredPermission } from './model.ts';
import { CreatePermission, DeletePermission, GetPermission, ListPermissions, UpdatePermission } from './queries.ts';
import { renderPermission } from './render.ts';
import { driveScopes } from './scopes.ts';
import { driveState } from './state.ts';

const base = '/drive/v3/files/{fileId}/permissions';
const short = 'kind,id,type,role';

const wrong = (message: string, location: string): GoogleError =>
  new GoogleError(400, 'invalid', message, { location });

/** The right a body describes. @throws {GoogleError} where its members do not go together. */
function rightFrom(body: PermissionBody, transfer: boolean | undefined): StoredPermission {
  const { type, role, emailAddress, domain } = body;
  if (!type)
    throw new GoogleError(400, 'required', 'The permission type field is required.', { location: 'permission.type' });
  if (!role)
    throw new GoogleError(400, 'required', 'The permission role field is required.', { location: 'permission.role' });
  const named = type === 'user' || type === 'group';
  if (named !== Boolean(emailAddress))
    throw wrong('The emailAddress goes with the types user and group.', 'permission.emailAddress');
  if ((type === 'domain') !== Boolean(domain))
    throw wrong('The domain goes with the type domain.', 'permission.domain');
  if (role === 'owner' && !transfer)
    throw new GoogleError(
      403,
      'forbidden',
      'The transferOwnership parameter must be enabled when the permission role is owner.',
      { location: 'transferOwnership' },
    );
  if (!named && !['reader', 'commenter', 'writer'].includes(role))
    throw wrong('The specified role is not valid for this type.', 'permission.role');
  const email = emailAddress?.toLowerCase();
  const id = email
    ? (accountBy(email)?.id ?? String(BigInt(`0x${nameFor(email, 16)}`)))
    : type === 'anyone'
      ? 'anyoneWithLink'
      : nameFor(domain!, 20);
  return {
    id,
    type,
    role,
    ...(email && { emailAddress: email }),
    ...(domain && { domain }),
    ...(body.allowFileDiscovery && { allowFileDiscovery: true }),
    ...(body.expirationTime && { expirationTime: body.expirationTime }),
  };
}

/** Who may open a file. */
export function permissionMethods(kit: SandboxKit): readonly GoogleMethod[] {
  const rightOn = (file: StoredFile, id: string): StoredPermission => {
    const right = file.permissions.find((one) => one.id === id);
    if (!right) throw new GoogleError(404, 'notFound', `Permission not found: ${id}.`, { location: 'permissionId' });
    return right;
  };
  const shared = (viewer: Viewer, id: string, supportsAllDrives: boolean | undefined): StoredFile =>
    fileFor(kit, viewer, id, { supportsAllDrives, needed: 'writer', write: true });
  const answered = (right: StoredPermission, fields: string | null): unknown =>
    masked(renderPermission(right), fields ?? short);
  return [
    defineMethod({
      id: 'drive.permissions.list',
      http: 'GET',
      path: base,
      scopes: driveScopes.permissionsRead,
      cost: 5,
      query: ListPermissions,
      run: ({ account, scopes, params, query, request }) => {
        const file = fileFor(kit, { account, scopes }, params.fileId!, {
          supportsAllDrives: query.supportsAllDrives,
          needed: 'writer',
        });
        const { items, nextPageToken } = pageOf(file.permissions, query.pageSize ?? 100, query.pageToken);
        const page = {
          kind: 'drive#permissionList',
          ...(nextPageToken && { nextPageToken }),
          permissions: items.map(renderPermission),
        };
        return request.query.has('fields') ? page : masked(page, `kind,nextPageToken,permissions(${short})`);
      },
    }),
    defineMethod({
      id: 'drive.permissions.get',
      http: 'GET',
      path: `${base}/{permissionId}`,
      scopes: driveScopes.permissionsRead,
      cost: 5,
      query: GetPermission,
      run: ({ account, scopes, params, query, request }) => {
        const file = fileFor(kit, { account, scopes }, params.fileId!, {
          supportsAllDrives: query.supportsAllDrives,
          needed: 'writer',
        });
        return answered(rightOn(file, params.permissionId!), request.query.get('fields'));
      },
    }),
    defineMethod({
      id: 'drive.permissions.create',
      http: 'POST',
      path: base,
      scopes: driveScopes.share,
      cost: 50,
      query: CreatePermission,
      body: PermissionBody,
      run: ({ account, scopes, params, query, body, request }) => {
        const file = shared({ account, scopes }, params.fileId!, query.supportsAllDrives);
        const right = rightFrom(body, query.transferOwnership);
        const known = file.permissions.find(({ id }) => id === right.id);
        if (known?.role === 'owner')
          throw new GoogleError(400, 'invalidSharingRequest', 'The owner of a file cannot be removed.');
        if (known) known.role = right.role;
        else file.permissions.push(right);
        const to = right.emailAddress;
        const wantsMail = query.sendNotificationEmail !== false && to !== undefined;
        if (wantsMail) {
          const { emailMessage: message } = query;
          const at = new Date(kit.clock()).toISOString();
          driveState(kit).notices.push({
            at,
            fileId: file.id,
            from: account.email,
            to,
            role: right.role,
            ...(message && { message }),
          });
        }
        kit.store.changed();
        return answered(known ?? right, request.query.get('fields'));
      },
    }),
    defineMethod({
      id: 'drive.permissions.update',
      http: 'PATCH',
      path: `${base}/{permissionId}`,
      scopes: driveScopes.share,
      cost: 50,
      query: UpdatePermission,
      body: PermissionBody,
      run: ({ account, scopes, params, query, body, request }) => {
        const right = rightOn(
          shared({ account, scopes }, params.fileId!, query.supportsAllDrives),
          params.permissionId!,
        );
        if (body.type ?? body.emailAddress)
          throw wrong('Only the role and the expiration of a permission can be changed.', 'permission');
        if (body.role === 'owner' || right.role === 'owner')
          throw new GoogleError(403, 'forbidden', 'Ownership cannot be changed like this.');
        if (body.role) right.role = body.role;
        kit.store.changed();
        return answered(right, request.query.get('fields'));
      },
    }),
    defineMethod({
      id: 'drive.permissions.delete',
      http: 'DELETE',
      path: `${base}/{permissionId}`,
      scopes: driveScopes.share,
      cost: 50,
      query: DeletePermission,
      run: ({ account, scopes, params, query }) => {
        const file = shared({ account, scopes }, params.fileId!, query.supportsAllDrives);
        const right = rightOn(file, params.permissionId!);
        if (right.role === 'owner') throw new GoogleError(403, 'forbidden', 'The owner of a file cannot be removed.');
        file.permissions = file.permissions.filter((one) => one !== right);
        kit.store.changed();
        return undefined;
      },
    }),
  ];
}
