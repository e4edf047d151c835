import type { MailMessage, MailSummary } from '@switchboard/contracts';
import addressparser from 'nodemailer/lib/addressparser';
import type { GoogleMessage, GooglePart } from './answer.ts';
import { decodeText, decodeWords } from './text.ts';

type Person = MailSummary['from'];

/** The first header of that name, its encoded words read. */
export function headerOf({ payload }: Pick<GoogleMessage, 'payload'>, name: string): string | undefined {
  const found = payload?.headers?.find((header) => header.name.toLowerCase() === name.toLowerCase());
  return found && decodeWords(found.value).replaceAll(/[\r\n]+\s*/g, ' ');
}

/** The people of an address header; groups are opened. */
export function peopleOf(message: Pick<GoogleMessage, 'payload'>, name: string): Person[] {
  const value =
    message.payload?.headers?.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? '';
  return addressparser(value, { flatten: true }).flatMap(({ address, name: shown }) => {
    const label = decodeWords(shown).trim();
    return address ? [{ email: address, ...(label ? { name: label } : {}) }] : [];
  });
}

/** A message in a list. `labelNames` gives the names of the person's own labels. */
export function toSummary(message: GoogleMessage, labelNames: ReadonlyMap<string, string> = new Map()): MailSummary {
  return {
    id: message.id,
    threadId: message.threadId,
    from: peopleOf(message, 'from')[0] ?? { email: '' },
    to: peopleOf(message, 'to'),
    subject: headerOf(message, 'subject') ?? '',
    snippet: unescaped(message.snippet),
    receivedAt: new Date(Number(message.internalDate)).toISOString(),
    unread: message.labelIds.includes('UNREAD'),
    labels: message.labelIds.map((id) => labelNames.get(id) ?? id),
    hasAttachments: attachmentParts(message.payload).length > 0,
  };
}

/** A whole message, its text parts read in their charset. */
export function toMessage(message: GoogleMessage, labelNames?: ReadonlyMap<string, string>): MailMessage {
  const attachments = attachmentParts(message.payload);
  return {
    ...toSummary(message, labelNames),
    hasAttachments: attachments.length > 0,
    cc: peopleOf(message, 'cc'),
    replyTo: peopleOf(message, 'reply-to'),
    messageId: headerOf(message, 'message-id'),
    text: bodyText(message.payload, 'text/plain'),
    html: bodyText(message.payload, 'text/html'),
    attachments: attachments.map((part) => ({
      id: part.partId ?? '',
      name: nameOf(part),
      mediaType: part.mimeType ?? 'application/octet-stream',
      sizeBytes: part.body?.size ?? 0,
    })),
  };
}

/** Every part below and with this one. */
const allParts = (part: GooglePart | undefined): GooglePart[] =>
  part ? [part, ...(part.parts ?? []).flatMap(allParts)] : [];

const isContainer = ({ mimeType = '' }: GooglePart): boolean => mimeType.startsWith('multipart/');
const isAttached = (part: GooglePart): boolean =>
  !isContainer(part) && Boolean(part.filename || (part.body?.attachmentId && !isText(part)));
const isText = ({ mimeType }: GooglePart): boolean => mimeType === 'text/plain' || mimeType === 'text/html';

/** The parts a person calls attachments. Their `partId` stays the same; Gmail's attachment ids change with every read. */
export const attachmentParts = (payload: GooglePart | undefined): GooglePart[] => allParts(payload).filter(isAttached);

/** The part's file name, or one made from its type. */
export const nameOf = ({ filename, mimeType, partId }: GooglePart): string =>
  decodeWords(filename ?? '') || `part-${partId ?? '0'}.${mimeType?.split('/')[1] ?? 'bin'}`;

/** Text parts whose content Gmail left out because of their size. */
export const missingTexts = (payload: GooglePart | undefined): GooglePart[] =>
  allParts(payload).filter((part) => isText(part) && !isAttached(part) && !part.body?.data && part.body?.attachmentId);

function bodyText(payload: GooglePart | undefined, type: string): string | undefined {
  const texts = allParts(payload).filter((part) => part.mimeType === type && !isAttached(part) && part.body?.data);
  if (texts.length === 0) return undefined;
  return texts.map((part) => decodeText(Buffer.from(part.body!.data!, 'base64url'), charsetOf(part))).join('\n');
}

const charsetOf = (part: GooglePart): string | undefined =>
  part.headers
    ?.find(({ name }) => name.toLowerCase() === 'content-type')
    ?.value.match(/charset\s*=\s*"?([^\s";]+)/i)?.[1];

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
/** Gmail escapes its snippets for HTML. */
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_all, name: string) => entities[name] ?? '');
