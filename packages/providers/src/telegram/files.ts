import { HubError } from '@switchboard/contracts';
import type { ActionContext, Part } from '@switchboard/provider-kit';
import { call, chatOf, TelegramMessage } from './calls.ts';

/** Most bytes of what a bot sends, by its kind (https://core.telegram.org/bots/api#sending-files, read on 2026-11-21). */
const mostBytes = { photo: 10_000_000, document: 50_000_000 } as const;

export interface SentFile {
  readonly chatId?: string;
  readonly fileId: string;
  readonly text?: string;
}

/** The staged file, where Telegram takes it. @throws HubError `input_invalid` where it is empty, too large or no picture. */
export async function sendable({ files }: ActionContext, fileId: string, kind: keyof typeof mostBytes) {
  const file = await files.open(fileId);
  if (file.sizeBytes === 0) throw new HubError('input_invalid', 'Telegram takes no empty files.');
  if (file.sizeBytes > mostBytes[kind]) {
    throw new HubError('input_invalid', `Telegram takes at most ${mostBytes[kind] / 1_000_000} MB here.`);
  }
  const picture = /^image\/(jpeg|png|webp|gif|bmp)$/.test(file.mediaType);
  if (kind === 'photo' && !picture) throw new HubError('input_invalid', 'That is no picture. Send it as a file.');
  return file;
}

/** Sends a staged file in a multipart body, read as it is sent. */
export async function sendFile(
  context: ActionContext,
  kind: keyof typeof mostBytes,
  sentFile: SentFile,
): Promise<TelegramMessage> {
  const file = await sendable(context, sentFile.fileId, kind);
  const { text } = sentFile;
  const parts: Part[] = [
    { name: 'chat_id', value: String(chatOf(context, sentFile.chatId)) },
    ...(text ? [{ name: 'caption', value: text }] : []),
    {
      name: kind,
      filename: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      content: file.stream(),
    },
  ];
  return call(context, kind === 'photo' ? 'sendPhoto' : 'sendDocument', { parts }, TelegramMessage);
}
