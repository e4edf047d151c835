import type { SandboxKit } from '../../kit/world.ts';
import type { GoogleAccount } from '../accounts.ts';
import { GoogleError, invalid, notFound } from '../errors.ts';
import { mailboxOf } from './addresses.ts';
import { parseSearch } from './search.ts';
import { headersOnly } from './scopes.ts';
import type { Box, StoredMessage } from './model.ts';
import { boxOf } from './state.ts';
import type { Format } from './render.ts';

/** The box a path's user means. @throws {GoogleError} 403 for anyone else's. */
export function ownBox(kit: SandboxKit, account: GoogleAccount, userId: string): Box {
  if (userId !== 'me' && mailboxOf(userId)?.id !== account.id)
    throw new GoogleError(403, 'forbidden', `Delegation denied for ${account.email}`);
  return boxOf(kit, account);
}

/** @throws {GoogleError} 400 for an id that cannot be one, 404 for one that is not there. */
export function messageIn(box: Box, id: string): StoredMessage {
  if (!/^[0-9a-f]{1,16}$/.test(id)) throw invalid('Invalid id value');
  const message = Object.hasOwn(box.messages, id) ? box.messages[id] : undefined;
  if (!message) throw notFound();
  return message;
}

/** The messages of a thread, oldest first. @throws {GoogleError} 404 where there are none. */
export function threadIn(box: Box, id: string): StoredMessage[] {
  if (!/^[0-9a-f]{1,16}$/.test(id)) throw invalid('Invalid id value');
  const messages = Object.values(box.messages).filter((message) => message.threadId === id);
  if (messages.length === 0) throw notFound();
  return messages.sort((a, b) => a.internalDate - b.internalDate);
}

export interface ListQuery {
  readonly q?: string | undefined;
  readonly labelIds?: readonly string[] | undefined;
  readonly includeSpamTrash?: boolean | undefined;
}

/** The messages a list or a search finds. @throws {GoogleError} 403 where the token may not search. */
export function found(
  kit: SandboxKit,
  account: GoogleAccount,
  box: Box,
  query: ListQuery,
  scopes: ReadonlySet<string>,
): StoredMessage[] {
  if (query.q && headersOnly(scopes))
    throw new GoogleError(403, 'forbidden', "Metadata scope does not support 'q' parameter");
  const search = parseSearch(query.q ?? '', { box, now: kit.clock(), zone: account.timeZone });
  const labels = query.labelIds ?? [];
  const unknown = labels.find((id) => !Object.hasOwn(box.labels, id));
  if (unknown) throw invalid(`Invalid label: ${unknown}`);
  const hidden = ['TRASH', 'SPAM'].filter((id) => !labels.includes(id));
  const everywhere = query.includeSpamTrash === true || search.everywhere;
  return Object.values(box.messages).filter(
    (message) =>
      labels.every((id) => message.labelIds.includes(id)) &&
      (everywhere || !hidden.some((id) => message.labelIds.includes(id))) &&
      search.test(message),
  );
}

/** @throws {GoogleError} 403 where a token for headers asks for more. */
export function checkFormat(format: Format, scopes: ReadonlySet<string>): void {
  if (headersOnly(scopes) && (format === 'full' || format === 'raw'))
    throw new GoogleError(403, 'forbidden', `Metadata scope doesn't allow format ${format.toUpperCase()}`);
}
