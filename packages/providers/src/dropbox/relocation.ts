import { HubError } from '@switchboard/contracts';
import type { ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { fetchItem, find, parentOf, pathIn, pathOf, rpc } from './calls.ts';
import { DropboxMetadata, toItem, type DropboxItem, type VersionedItem } from './items.ts';

const Relocated = z.object({ metadata: DropboxMetadata });

export interface Target {
  readonly itemId: string;
  readonly toFolderId?: string;
  readonly name?: string;
}

/** Where an item goes: to another folder, under another name, or both. @throws HubError `input_invalid` for neither. */
export async function targetPath(
  context: ActionContext,
  item: DropboxItem,
  { toFolderId, name }: Target,
): Promise<string> {
  if (toFolderId === undefined && name === undefined) {
    throw new HubError('input_invalid', 'Choose a folder, a name, or both.');
  }
  const folder = toFolderId ?? (parentOf(pathOf(item)) || '/');
  return pathIn(context, folder, name ?? item.name);
}

/** Moves or copies. */
export async function relocate(
  context: ActionContext,
  route: 'move_v2' | 'copy_v2',
  fromPath: string,
  toPath: string,
): Promise<VersionedItem> {
  const argument = { from_path: fromPath, to_path: toPath, autorename: false };
  const { metadata } = await rpc(context, `files/${route}`, argument, Relocated);
  if (metadata['.tag'] === 'deleted') throw new HubError('outcome_unknown');
  return toItem(metadata);
}

/** What lies where an item was to go, or undefined. */
export async function arrived(context: ActionContext, target: Target): Promise<DropboxItem | undefined> {
  const item = await fetchItem(context, target.itemId);
  return find(context, await targetPath(context, item, target));
}
