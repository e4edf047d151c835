import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { asRead, asWritten, driveOf, repeatable } from '../client.ts';
import { everywhere } from './calls.ts';

const fields = 'id,type,role,emailAddress';
const GooglePermission = z.object({
  id: z.string(),
  type: z.string(),
  role: z.string(),
  emailAddress: z.string().optional(),
});
export type GooglePermission = z.infer<typeof GooglePermission>;
const GooglePermissions = z.object({
  permissions: z.array(GooglePermission).default([]),
  nextPageToken: z.string().optional(),
});

/** Everyone who may open a file, links included. */
export async function permissionsOf(context: ActionContext, fileId: string): Promise<GooglePermission[]> {
  const drive = await driveOf(context);
  const found: GooglePermission[] = [];
  let pageToken: string | undefined;
  do {
    const asked = { fileId, pageSize: 100, pageToken, fields: `nextPageToken,permissions(${fields})`, ...everywhere };
    const page = asRead(GooglePermissions, await drive.permissions.list(asked));
    found.push(...page.permissions);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

/** The right a person or the link has by itself. */
export const rightOf = (all: readonly GooglePermission[], email: string | undefined): GooglePermission | undefined =>
  all.find((one) =>
    email === undefined ? one.type === 'anyone' : one.emailAddress?.toLowerCase() === email.toLowerCase(),
  );

interface Grant {
  readonly role: string;
  /** Nobody in particular unless given: whoever has the link. */
  readonly email?: string;
  /** Words for the mail that Google sends. */
  readonly message?: string;
  /** True where Google writes to the person. */
  readonly notify?: boolean;
}

export async function grant(context: ActionContext, fileId: string, asked: Grant): Promise<GooglePermission> {
  const drive = await driveOf(context);
  const { role, email, message, notify } = asked;
  const requestBody = email ? { type: 'user', role, emailAddress: email } : { type: 'anyone', role };
  const mail = email ? { sendNotificationEmail: notify, emailMessage: notify ? message : undefined } : {};
  const call = { fileId, requestBody, fields, ...mail, ...everywhere };
  // A mail would go out twice; without one, granting the same right again changes nothing.
  const made = await drive.permissions.create(call, notify ? {} : repeatable);
  return asWritten(GooglePermission, made);
}

/** Gives back the right that was there before, or takes away the one that was not. */
export async function ungrant(
  context: ActionContext,
  fileId: string,
  { id, before }: { id: string; before?: GooglePermission },
): Promise<void> {
  const drive = await driveOf(context);
  const at = { fileId, permissionId: id, ...everywhere };
  if (before) {
    await drive.permissions.update({ ...at, requestBody: { role: before.role } }, repeatable);
    return;
  }
  try {
    await drive.permissions.delete(at, repeatable);
  } catch (error) {
    if (!(error instanceof HubError && error.code === 'not_found')) throw error;
  }
}
