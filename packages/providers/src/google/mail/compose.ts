import { HubError, type MailAddress } from '@switchboard/contracts';
import type { ActionContext, StagedFile } from '@switchboard/provider-kit';
import MailComposer from 'nodemailer/lib/mail-composer';

/** Bytes of attachments that Gmail takes in one message. */
const attachmentLimitBytes = 25 * 1024 * 1024;
/** Bytes of a whole encoded message that Gmail's upload takes (Discovery: `mediaUpload.maxSize`). */
const messageLimitBytes = 36_700_160;

export interface Content {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
export interface Letter {
  readonly to?: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly bcc?: readonly MailAddress[];
  readonly replyTo?: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Content[];
  /** Message-IDs of the thread, oldest first; the last one is answered. */
  readonly references?: readonly string[];
}

/** The Message-ID of the mail a run sends; `recover` looks for it. */
export const messageIdOf = ({ run, account }: Pick<ActionContext, 'run' | 'account'>): string =>
  `<${run.marker.toLowerCase()}@${account.email?.split('@')[1]?.match(/^[a-z0-9.-]+$/i)?.[0] ?? 'switchboard.invalid'}>`;

/** An RFC 5322 message in UTF-8. Line breaks in names, subjects and file names become spaces, so no header can be added. */
export async function compose(
  context: Pick<ActionContext, 'run' | 'account' | 'now'>,
  letter: Letter,
): Promise<Buffer> {
  const { email, name } = context.account;
  const references = letter.references ?? [];
  const node = new MailComposer({
    from: email ? { name: oneLine(name ?? ''), address: email } : undefined,
    to: people(letter.to),
    cc: people(letter.cc),
    bcc: people(letter.bcc),
    replyTo: people(letter.replyTo),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId: messageIdOf(context),
    date: context.now,
    ...(references.length > 0 ? { inReplyTo: references.at(-1), references: [...references] } : {}),
    attachments: (letter.attachments ?? []).map(({ name: filename, mediaType, bytes }) => ({
      filename: oneLine(filename),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream',
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentDisposition: 'attachment',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  }).compile();
  node.keepBcc = true;
  const message = await node.build();
  if (message.byteLength > messageLimitBytes) tooLarge(message.byteLength);
  return message;
}

/** Staged files, opened but not read. @throws HubError `input_invalid` where they are more than Gmail takes. */
export async function openFiles(
  { files }: Pick<ActionContext, 'files'>,
  wanted: readonly { fileId: string; name?: string }[],
): Promise<{ name: string; file: StagedFile }[]> {
  const opened = await Promise.all(wanted.map(async ({ fileId, name }) => ({ name, file: await files.open(fileId) })));
  checkSize(opened.reduce((sum, { file }) => sum + file.sizeBytes, 0));
  return opened.map(({ name, file }) => ({ name: name ?? file.name, file }));
}

/** @throws HubError `input_invalid` naming Gmail's limit. */
export function checkSize(attachmentBytes: number): void {
  if (attachmentBytes > attachmentLimitBytes) tooLarge(attachmentBytes);
}

export const contentsOf = (opened: readonly { name: string; file: StagedFile }[]): Promise<Content[]> =>
  Promise.all(opened.map(async ({ name, file }) => ({ name, mediaType: file.mediaType, bytes: await file.bytes() })));

function tooLarge(bytes: number): never {
  const message = `Gmail takes at most 25 MB of attachments in one mail; this is ${(bytes / 1024 / 1024).toFixed(1)} MB.`;
  throw new HubError('input_invalid', message, { provider: 'google', errors: [{ path: '/attachments', message }] });
}

/** Without line breaks and other control characters; letters of every script, emoji and direction marks stay. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const people = (addresses: readonly MailAddress[] = []): { name: string; address: string }[] =>
  addresses.map(({ email, name }) => ({ name: oneLine(name ?? ''), address: email }));
