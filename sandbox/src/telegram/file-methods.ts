import { z } from 'zod';
import type { FormPart } from '../kit/multipart.ts';
import { nameFor } from '../kit/random.ts';
import type { SandboxKit } from '../kit/world.ts';
import { png } from '../seed/files.ts';
import { repliedTo } from './message-methods.ts';
import { method } from './method.ts';
import { sentFile, type Bot, type StoredFile } from './model.ts';
import { formatting, p, sending } from './parameters.ts';
import { bad, told } from './refusals.ts';
import { say, writableRoom } from './rooms.ts';

const mostDown = 20_000_000;
const caption = p.text.max(1024, 'message caption is too long').optional();

const magic: readonly (readonly [string, string])[] = [
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['52494646', 'image/webp'],
];

function keep(kit: SandboxKit, bot: Bot, { filename, mediaType, bytes }: FormPart, folder: string): StoredFile {
  const unique = nameFor(`${bot.user.id}/${bot.files.length}`, 16);
  const extension = /\.\w{1,8}$/.exec(filename ?? '')?.[0] ?? '';
  const file = {
    file_id: `BQACAgQAAxkBAAI${unique}`,
    file_unique_id: `AgAD${unique}`,
    file_size: bytes.length,
    file_name: filename,
    mime_type: mediaType,
    blob: kit.store.putBlob(Buffer.from(bytes)),
    path: `${folder}/file_${bot.files.length + 1}${extension}`,
  };
  bot.files.push(file);
  return file;
}

/** What a parameter stands for: a file that came along, one that Telegram has, or the address of a picture. @throws {Refusal} */
function given(kit: SandboxKit, bot: Bot, value: FormPart | string, most: number, folder: string): StoredFile {
  if (typeof value !== 'string') {
    if (value.bytes.length === 0) throw bad('file must be non-empty');
    if (value.bytes.length > most) throw told(413, 'Request Entity Too Large');
    return keep(kit, bot, value, folder);
  }
  const known = bot.files.find(({ file_id: id }) => id === value);
  if (known) return known;
  if (!/^https?:\/\//.test(value)) throw bad('wrong remote file identifier specified: Wrong string length');
  const name = /\/([^/?#]+\.(?:png|jpe?g))(?:[?#]|$)/i.exec(value)?.[1];
  if (!name) throw bad('failed to get HTTP URL content');
  // Nothing is fetched: what lies at the address is taken to be a picture.
  const { bytes } = png(name, [120, 150, 90]);
  return keep(kit, bot, { name: 'file', filename: name, mediaType: 'image/png', bytes }, folder);
}

/** A photo in the one size there is. @throws {Refusal} where it is no picture. */
function photoSizes(kit: SandboxKit, file: StoredFile): object[] {
  const bytes = kit.store.blob(file.blob);
  const start = bytes.subarray(0, 4).toString('hex');
  const type = magic.find(([begins]) => start.startsWith(begins))?.[1];
  if (!type) throw bad('IMAGE_PROCESS_FAILED');
  const [width, height] = type === 'image/png' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [800, 600];
  const { file_id, file_unique_id, file_size } = file;
  return [{ file_id, file_unique_id, file_size, width, height }];
}

/** Photos and files, both ways. */
export const fileMethods = (kit: SandboxKit) => ({
  sendPhoto: method(
    z.strictObject({ ...sending, ...formatting, photo: p.file, caption }),
    (bot, { chat_id: chat, photo, caption: words, reply_parameters: reply }) => {
      const room = writableRoom(bot, chat);
      const sizes = photoSizes(kit, given(kit, bot, photo, 10_000_000, 'photos'));
      return say(kit, bot, room, { photo: sizes, ...(words && { caption: words }), ...repliedTo(bot, room, reply) });
    },
  ),

  sendDocument: method(
    z.strictObject({
      ...sending,
      ...formatting,
      document: p.file,
      caption,
      disable_content_type_detection: p.bool.optional(),
    }),
    (bot, { chat_id: chat, document, caption: words, reply_parameters: reply }) => {
      const room = writableRoom(bot, chat);
      const file = given(kit, bot, document, 50_000_000, 'documents');
      const said = { document: sentFile(file), ...(words && { caption: words }) };
      return say(kit, bot, room, { ...said, ...repliedTo(bot, room, reply) });
    },
  ),

  getFile: method(z.strictObject({ file_id: p.text }), ({ files }, { file_id: id }) => {
    const file = files.find((one) => one.file_id === id);
    if (!file) throw bad('invalid file_id');
    if (file.file_size > mostDown) throw bad('file is too big');
    const { file_id, file_unique_id, file_size, path } = file;
    return { file_id, file_unique_id, file_size, file_path: path };
  }),
});
