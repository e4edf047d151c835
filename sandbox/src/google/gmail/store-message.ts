import type { SandboxKit } from '../../kit/world.ts';
import { allParts, headerOf, isAttachment, parseMessage, textOf } from './mime.ts';
import { nextId, record, type Box, type GmailState, type StoredMessage } from './model.ts';

const searchLimit = 20_000;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** `Re: Fwd: Hello` and `Hello` are one subject. */
export const plainSubject = (subject: string): string =>
  subject
    .replace(/^\s*((re|fwd?|aw|wg|sv)\s*:\s*)+/i, '')
    .trim()
    .toLowerCase();

export interface Filing {
  /** A new one unless given. */
  readonly id?: string | undefined;
  readonly labelIds: readonly string[];
  readonly internalDate: number;
  /** The thread a client asks for; kept only where references and subject agree. */
  readonly threadId?: string | undefined;
  /** True where the thread asked for is kept whatever the headers say. */
  readonly forceThread?: boolean;
}

/** Files a message in a box: reads it once, finds its thread, and writes the history. */
export function fileMessage(kit: SandboxKit, state: GmailState, box: Box, raw: Buffer, filing: Filing): StoredMessage {
  const part = parseMessage(raw);
  const parts = allParts(part);
  const header = (name: string): string => headerOf(part.headers, name);
  const plain = parts.find((one) => one.mimeType === 'text/plain' && !isAttachment(one));
  const html = parts.find((one) => one.mimeType === 'text/html' && !isAttachment(one));
  const body = plain
    ? textOf(plain)
    : html
      ? textOf(html)
          .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
          .replace(/<[^>]+>/g, ' ')
      : '';
  const files = parts.filter(isAttachment).map((one) => one.filename);
  const references = `${header('references')} ${header('in-reply-to')}`.match(/<[^<>\s]+>/g) ?? [];
  const id = filing.id ?? nextId(state);
  const message: StoredMessage = {
    id,
    threadId: '',
    labelIds: [...new Set(filing.labelIds)],
    historyId: 0,
    internalDate: filing.internalDate,
    raw: kit.store.putBlob(raw),
    size: raw.length,
    snippet: body
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200)
      .replace(/[&<>"']/g, (character) => escapes[character]!),
    from: header('from'),
    to: header('to'),
    cc: header('cc'),
    bcc: header('bcc'),
    subject: header('subject'),
    messageId: header('message-id'),
    references,
    text: [header('subject'), header('from'), header('to'), header('cc'), body, ...files]
      .join('\n')
      .toLowerCase()
      .slice(0, searchLimit),
    files,
  };
  message.threadId = threadFor(box, message, filing) ?? id;
  box.messages[id] = message;
  record(box, message, 'messagesAdded');
  kit.store.changed();
  return message;
}

function threadFor(box: Box, message: StoredMessage, filing: Filing): string | undefined {
  if (filing.forceThread) return filing.threadId;
  const known = new Set(message.references);
  const related = Object.values(box.messages).filter(
    (other) => known.has(other.messageId) && plainSubject(other.subject) === plainSubject(message.subject),
  );
  return related.find((other) => other.threadId === filing.threadId)?.threadId ?? related.at(-1)?.threadId;
}
