import { z } from 'zod';
import type { OriginHandler } from '../kit/exchange.ts';
import type { SandboxKit } from '../kit/world.ts';
import { a, reading, writing, type SlackMethod } from './define.ts';
import { no } from './refusals.ts';
import { fileView } from './render.ts';
import { stateOf } from './workspace.ts';
import { say, writableIn } from './writing-methods.ts';

const uploads = 'https://files.slack.com/upload/v1/';
const secretOf = (id: string): string => Buffer.from(`upload ${id}`).toString('base64url');

/** Files in three steps (https://docs.slack.dev/messaging/working-with-files#upload, read 2026-11-21). */
export const fileMethods = (kit: SandboxKit): SlackMethod[] => [
  reading('files.getUploadURLExternal', {
    scopes: ['files:write'],
    given: z.strictObject({ filename: a.text.min(1), length: a.int(1, 2 ** 31), alt_txt: a.text.optional() }),
    run: ({ id: user }, { filename: name, length: size }) => {
      const { files } = stateOf(kit);
      const id = `F0${String(files.length + 1).padStart(9, '0')}`;
      files.push({ id, user, name, size, shared: [] });
      return { upload_url: uploads + secretOf(id), file_id: id };
    },
  }),
  writing('files.completeUploadExternal', {
    scopes: ['files:write'],
    given: z.strictObject({
      files: a.json(z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).length(1)),
      channel_id: a.text.optional(),
      initial_comment: a.text.optional(),
      thread_ts: a.ts.optional(),
    }),
    run: (account, { files: [named], channel_id: id, initial_comment: text = '', thread_ts: threadTs }) => {
      const state = stateOf(kit);
      const file = state.files.find((one) => one.id === named!.id && one.user === account.id);
      if (file?.blob === undefined) throw no('file_not_found');
      file.title = named!.title ?? file.name;
      if (id !== undefined) {
        const channel = writableIn(state, account, id);
        say(kit, account, channel, { text, threadTs, file: file.id });
        file.shared = [...file.shared, channel.id];
      }
      return { files: [fileView(file)] };
    },
  }),
  writing('files.delete', {
    scopes: ['files:write'],
    given: z.strictObject({ file: a.text }),
    run: (account, { file: id }) => {
      const { files, messages } = stateOf(kit);
      const at = files.findIndex((one) => one.id === id);
      if (at < 0) throw no('file_not_found');
      if (files[at]!.user !== account.id) throw no('cant_delete_file');
      files.splice(at, 1);
      const shared = messages.findIndex(({ file }) => file === id);
      if (shared >= 0) messages.splice(shared, 1);
      return undefined;
    },
  }),
];

/** Takes the bytes at the address that was given; no credential is wanted, and none may be sent. */
export const uploadHost =
  (kit: SandboxKit): OriginHandler =>
  ({ method, path, headers, body }) => {
    const answer = (status: number, text: string) => ({
      status,
      headers: { 'content-type': 'text/plain' },
      body: text,
    });
    const file = stateOf(kit).files.find(({ id }) => path === `/upload/v1/${secretOf(id)}`);
    if (method !== 'POST' || !file) return answer(404, 'Not Found');
    if (headers.authorization !== undefined) return answer(400, 'This address takes no credential.');
    if (body.length !== file.size) return answer(400, `${file.size} bytes were announced.`);
    file.blob = kit.store.putBlob(Buffer.from(body));
    return answer(200, `OK - ${body.length}`);
  };
