import { GoogleError, invalid } from '../errors.ts';
import { record, type Box, type StoredMessage } from './model.ts';

const fixed = new Set(['SENT', 'DRAFT', 'CHAT']);

/** Puts labels on a message and takes others off. @throws {GoogleError} 400 for a label that is not there or cannot be moved. */
export function relabel(box: Box, message: StoredMessage, add: readonly string[], remove: readonly string[]): void {
  checkLabels(box, [...add, ...remove]);
  const before = new Set(message.labelIds);
  const added = add.filter((id) => !before.has(id));
  const removed = remove.filter((id) => before.has(id));
  const after = new Set([...before, ...added]);
  for (const id of removed) after.delete(id);
  message.labelIds = [...after];
  if (added.length > 0) record(box, message, 'labelsAdded', added);
  if (removed.length > 0) record(box, message, 'labelsRemoved', removed);
}

/** @throws {GoogleError} 400 as Gmail words it. */
function checkLabels(box: Box, ids: readonly string[]): void {
  const unknown = ids.find((id) => !Object.hasOwn(box.labels, id));
  if (unknown !== undefined) throw invalid(`Invalid label: ${unknown}`);
  const stuck = ids.find((id) => fixed.has(id));
  if (stuck) throw invalid(`Invalid label: ${stuck}`);
  if (ids.length > 100) throw new GoogleError(400, 'invalidArgument', 'Too many labels');
}

/** To the bin: out of the inbox and out of every search that does not look there. */
export const trash = (box: Box, message: StoredMessage): void => relabel(box, message, ['TRASH'], ['INBOX', 'SPAM']);

/** Out of the bin again; it does not go back to the inbox by itself. */
export const untrash = (box: Box, message: StoredMessage): void => relabel(box, message, [], ['TRASH']);
