import type { SandboxKit } from '../../kit/world.ts';
import { nameFor } from '../../kit/random.ts';
import type { GoogleAccount } from '../accounts.ts';
import { GoogleError, notFound } from '../errors.ts';
import { addressesOf, isAddress, mailboxOf } from './addresses.ts';
import { allParts, headEnd, headerOf, isAttachment, parseMessage, type MimePart } from './mime.ts';
import { record, type Box, type StoredMessage } from './model.ts';
import { boxOf, gmailState } from './state.ts';
import { fileMessage, plainSubject } from './store-message.ts';

/** What Gmail takes through an upload (bytes of the whole message), in a JSON body, and as attachments. */
const uploadLimit = 36_700_160;
const jsonLimit = 10 * 1024 * 1024;
const attachmentLimit = 25 * 1024 * 1024;

export interface MessageBody {
  raw?: string | null | undefined;
  threadId?: string | null | undefined;
}

/** The bytes of a message from an upload or from `raw`. @throws {GoogleError} 400 and 413 as Gmail words them. */
export function rawOf(body: MessageBody | null | undefined, media: Buffer | undefined): Buffer {
  if (media) {
    if (media.length > uploadLimit)
      throw new GoogleError(413, 'uploadTooLarge', `Media is too large. Limit: ${uploadLimit}`);
    return media;
  }
  const text = body?.raw;
  if (!text)
    throw new GoogleError(
      400,
      'invalidArgument',
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
    );
  if (!/^[\w\-+/]*={0,2}$/.test(text))
    throw new GoogleError(400, 'badRequest', "Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed.");
  if (text.length > jsonLimit)
    throw new GoogleError(413, 'badRequest', `Request payload size exceeds the limit: ${jsonLimit} bytes.`);
  return Buffer.from(text, 'base64url');
}

const recipientsOf = (part: MimePart): string[] =>
  ['to', 'cc', 'bcc'].flatMap((name) => addressesOf(headerOf(part.headers, name)).map((address) => address.email));

function check(part: MimePart): string[] {
  const recipients = recipientsOf(part);
  if (recipients.length === 0) throw new GoogleError(400, 'invalidArgument', 'Recipient address required');
  const wrong = ['To', 'Cc', 'Bcc'].find((name) =>
    addressesOf(headerOf(part.headers, name)).some((address) => !isAddress(address.email)),
  );
  if (wrong) throw new GoogleError(400, 'invalidArgument', `Invalid ${wrong} header`);
  if (recipients.length > 500) throw new GoogleError(400, 'invalidArgument', 'Too many recipients');
  const attached = allParts(part)
    .filter(isAttachment)
    .reduce((sum, one) => sum + one.body.length, 0);
  if (attached > attachmentLimit)
    throw new GoogleError(400, 'invalidArgument', 'Message too large. Attachments may have 25 MB together.');
  return recipients;
}

const line = (part: MimePart, name: string, value: string): string =>
  headerOf(part.headers, name) ? '' : `${name}: ${value}\r\n`;

/** The message as it leaves: from the account itself, dated and named. */
function stamped(kit: SandboxKit, account: GoogleAccount, raw: Buffer, part: MimePart): Buffer {
  const own = addressesOf(headerOf(part.headers, 'from')).some(
    (address) => mailboxOf(address.email)?.id === account.id,
  );
  const from = own ? '' : `From: ${account.name} <${account.email}>\r\n`;
  const base = own ? raw : without(raw, 'from');
  const messageId = `<CA${nameFor(`${raw.length} ${kit.clock()} ${gmailState(kit).next}`, 24)}@mail.gmail.com>`;
  const added =
    from +
    line(part, 'Date', new Date(kit.clock()).toUTCString().replace('GMT', '+0000')) +
    line(part, 'Message-ID', messageId) +
    line(part, 'MIME-Version', '1.0');
  return Buffer.concat([Buffer.from(added), base]);
}

/** A message without one of its header fields. */
function without(raw: Buffer, field: string): Buffer {
  const end = headEnd(raw);
  const head = raw.toString('latin1', 0, end);
  const kept = head.split(/\r?\n(?![ \t])/).filter((entry) => !new RegExp(`^${field}\\s*:`, 'i').test(entry));
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), raw.subarray(end)]);
}

function threadAsked(box: Box, part: MimePart, threadId: string | null | undefined): string | undefined {
  if (!threadId) return undefined;
  const thread = Object.values(box.messages).filter((message) => message.threadId === threadId);
  if (thread.length === 0) throw notFound();
  const references = `${headerOf(part.headers, 'references')} ${headerOf(part.headers, 'in-reply-to')}`;
  const agrees = thread.some(
    (message) =>
      references.includes(message.messageId) &&
      plainSubject(message.subject) === plainSubject(headerOf(part.headers, 'subject')),
  );
  return agrees ? threadId : undefined;
}

/** Sends a message: a copy in Sent, and one in the inbox of every sandbox account it is for. */
export function sendMessage(
  kit: SandboxKit,
  account: GoogleAccount,
  raw: Buffer,
  threadId?: string | null,
): StoredMessage {
  const state = gmailState(kit);
  const box = boxOf(kit, account);
  const part = parseMessage(raw);
  const recipients = check(part);
  const sent = stamped(kit, account, raw, part);
  const mailboxes = new Map(recipients.flatMap((email) => mailboxOf(email) ?? []).map((owner) => [owner.id, owner]));
  const toSelf = mailboxes.delete(account.id);
  const kept = fileMessage(kit, state, box, sent, {
    labelIds: toSelf ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'],
    internalDate: kit.clock(),
    threadId: threadAsked(box, part, threadId),
  });
  const delivered = without(sent, 'bcc');
  for (const owner of mailboxes.values())
    fileMessage(kit, state, boxOf(kit, owner), delivered, {
      labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'],
      internalDate: kit.clock(),
    });
  return kept;
}

/** Keeps a draft's message; it needs no recipient yet. */
export function keepDraft(
  kit: SandboxKit,
  account: GoogleAccount,
  raw: Buffer,
  threadId?: string | null,
): StoredMessage {
  const box = boxOf(kit, account);
  const part = parseMessage(raw);
  return fileMessage(kit, gmailState(kit), box, stamped(kit, account, raw, part), {
    labelIds: ['DRAFT'],
    internalDate: kit.clock(),
    threadId: threadAsked(box, part, threadId),
  });
}

/** Takes a message out of a box for good. */
export function removeMessage(box: Box, message: StoredMessage): void {
  record(box, message, 'messagesDeleted');
  delete box.messages[message.id];
}
