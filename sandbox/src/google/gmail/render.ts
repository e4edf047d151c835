import type { SandboxKit } from '../../kit/world.ts';
import { isAttachment, parseMessage, textOf, type MimePart } from './mime.ts';
import type { StoredMessage } from './model.ts';

export type Format = 'full' | 'metadata' | 'minimal' | 'raw';

const attachmentMark = 'ANGjdJ-sandbox-attachment-';
const attachmentIdOf = (messageId: string, partId: string): string =>
  attachmentMark + Buffer.from(`${messageId}/${partId || 'body'}`).toString('base64url');

/** A message in one of Gmail's four formats. */
export function renderMessage(
  kit: SandboxKit,
  message: StoredMessage,
  format: Format,
  only?: readonly string[],
): Record<string, unknown> {
  const { id, threadId, labelIds, snippet, size } = message;
  const common = {
    id,
    threadId,
    labelIds,
    snippet,
    sizeEstimate: size,
    historyId: String(message.historyId),
    internalDate: String(message.internalDate),
  };
  if (format === 'minimal') return common;
  const raw = kit.store.blob(message.raw);
  if (format === 'raw') return { ...common, raw: raw.toString('base64url') };
  const part = parseMessage(raw);
  if (format === 'full') return { ...common, payload: renderPart(part, id) };
  const headers = part.headers.filter(
    ({ name }) => !only?.length || only.some((wanted) => wanted.toLowerCase() === name.toLowerCase()),
  );
  return { ...common, payload: { mimeType: part.mimeType, headers } };
}

function renderPart(part: MimePart, messageId: string): Record<string, unknown> {
  return {
    partId: part.partId,
    mimeType: part.mimeType,
    filename: part.filename,
    headers: part.headers,
    body: renderBody(part, messageId),
    ...(part.parts.length > 0 && { parts: part.parts.map((child) => renderPart(child, messageId)) }),
  };
}

function renderBody(part: MimePart, messageId: string): Record<string, unknown> {
  if (part.parts.length > 0) return { size: 0 };
  if (isAttachment(part)) return { attachmentId: attachmentIdOf(messageId, part.partId), size: part.body.length };
  const data = Buffer.from(textOf(part), 'utf8');
  return { size: data.length, data: data.toString('base64url') };
}

/** The bytes an attachment id stands for, or nothing. */
export function attachmentOf(
  kit: SandboxKit,
  message: StoredMessage,
  attachmentId: string,
): Record<string, unknown> | undefined {
  const [messageId, partId] = Buffer.from(attachmentId.slice(attachmentMark.length), 'base64url')
    .toString('utf8')
    .split('/');
  if (messageId !== message.id || !attachmentId.startsWith(attachmentMark)) return undefined;
  let part: MimePart | undefined = parseMessage(kit.store.blob(message.raw));
  if (partId !== 'body') for (const step of partId!.split('.')) part = part?.parts[Number(step)];
  return part && { size: part.body.length, data: part.body.toString('base64url') };
}

/** A thread: its messages oldest first. */
const byDate = (a: StoredMessage, b: StoredMessage): number =>
  a.internalDate - b.internalDate || (a.id < b.id ? -1 : 1);

export const newestFirst = (a: StoredMessage, b: StoredMessage): number => -byDate(a, b);
