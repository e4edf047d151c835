import type { MailSummary } from '@switchboard/contracts';
import type { GraphMessage } from './answer.ts';
import { fetchMessage, forEach, headers, messagePath, type Context } from './calls.ts';
import { folderNames } from './folders.ts';
import { toSummary } from './parse.ts';

/** Where a message lies and how it is marked. */
export interface Place {
  readonly id: string;
  readonly folderId: string;
  readonly categories: readonly string[];
  readonly isRead: boolean;
  readonly flagStatus: string;
}
export interface PlacesBefore {
  readonly messages: readonly MailSummary[];
  readonly places: readonly Place[];
}

const placeOf = ({ id, parentFolderId, categories, isRead, flag }: GraphMessage): Place => ({
  id,
  folderId: parentFolderId,
  categories,
  isRead,
  flagStatus: flag?.flagStatus ?? 'notFlagged',
});

export const readPlaces = (context: Context, ids: readonly string[]): Promise<Place[]> =>
  forEach([...new Set(ids)], async (id) => placeOf(await fetchMessage(context, id)));

/** What the messages are and where they lie. @throws HubError `not_found` where one of them is gone. */
export async function readBefore(context: Context, ids: readonly string[]): Promise<PlacesBefore> {
  const messages = await forEach([...new Set(ids)], (id) => fetchMessage(context, id));
  const names = await folderNames(context, messages);
  return { messages: messages.map((message) => toSummary(message, names)), places: messages.map(placeOf) };
}

/** Moves messages into a folder, by its id or the name that Graph knows it by. Twice has the effect of once. */
export async function move({ http }: Context, ids: readonly string[], destinationId: string): Promise<void> {
  await forEach([...new Set(ids)], (id) =>
    http.request('POST', `${messagePath(id)}/move`, { json: { destinationId }, headers, idempotent: true }),
  );
}

/** Puts messages back into the folders they lay in. */
export async function moveBack(context: Context, places: readonly Place[]): Promise<void> {
  for (const { id, folderId } of places) await move(context, [id], folderId);
}

export const mark = async ({ http }: Context, id: string, json: object): Promise<void> =>
  void (await http.request('PATCH', messagePath(id), { json, headers, idempotent: true }));
