import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { telegram } from './index.ts';

const me = '710000001';
const group = '-1002100000001';
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000030802000000', 'hex');
const start = (settings: Record<string, string> = {}) => SandboxAccount.start(telegram, { settings });

/** Calls the bot's own API as another program would. */
async function byAnother(ada: SandboxAccount, method: string, json: unknown) {
  const { items } = (await (await fetch(`${ada.sandbox.url}/_sandbox/keys`)).json()) as {
    items: { key?: string }[];
  };
  const { key } = items.find((one) => one.key?.startsWith('1102015401:'))!;
  const answer = await fetch(`${ada.sandbox.originMap['https://api.telegram.org']}/bot${key}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  return (await answer.json()) as { result: unknown };
}

test('the bot is known by its number, and its token is in no address that is kept', async () => {
  await using ada = await start();

  await ada.run('list_chats', {});

  expect(ada.account).toMatchObject({ subject: '1102015401', name: "Ada's helper" });
  expect(ada.exchanges[0]!.request.url.href).toBe('https://api.telegram.org/getUpdates');
});

test('chats are those that wrote to the bot, without one that blocked it; listing takes no update away', async () => {
  await using ada = await start();

  const first = await ada.run('list_chats', {});
  const second = await ada.run('list_chats', {});

  expect(first.output.chats.map(({ title }: { title: string }) => title)).toEqual([
    'Harborline launch',
    'Priya Nandakumar',
    'Ada Marsh',
  ]);
  expect(second.output).toEqual(first.output);
});

test('the stored chat comes first, and alone where another program reads the updates', async () => {
  await using ada = await start({ defaultChatId: '@fernhill_news' });

  expect((await ada.run('list_chats', {})).output.chats[0]).toMatchObject({ title: 'Fernhill news', kind: 'channel' });
  await byAnother(ada, 'setWebhook', { url: 'https://bot.example/hook' });
  expect((await ada.run('list_chats', {})).output.chats).toHaveLength(1);
  await expect(ada.run('list_messages', {})).rejects.toMatchObject({ code: 'conflict' });
});

test('without a stored chat a webhook leaves nothing to list, which is said', async () => {
  await using ada = await start();
  await byAnother(ada, 'setWebhook', { url: 'https://bot.example/hook' });

  await expect(ada.run('list_chats', {})).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Type the id'),
  });
});

test('a message goes to the stored chat unless another is named, and is taken back', async () => {
  await using ada = await start({ defaultChatId: me });

  const stored = await ada.run('send_message', { text: 'Hello' });
  const named = await ada.run('send_message', { text: '<b>Hello</b> &amp; all', format: 'html', chatId: group });

  expect(stored.output).toEqual({ messageId: expect.any(String), chatId: me });
  expect(named.output.url).toBe(`https://t.me/c/2100000001/${named.output.messageId}`);
  await stored.undo();
  await expect(stored.undo()).rejects.toMatchObject({ code: 'not_found' });
});

test('with no chat at all nothing is sent', async () => {
  await using ada = await start();

  await expect(ada.run('send_message', { text: 'Hello' })).rejects.toMatchObject({ code: 'input_invalid' });
  expect(ada.exchanges).toEqual([]);
});

test('P-1 a card calls the chat by its name, and a chat that is not there is refused before anything is sent', async () => {
  await using ada = await start({ defaultChatId: me });
  const fileId = ada.stage({ name: 'a.png', mediaType: 'image/png', bytes: png });

  expect((await ada.run('send_message', { text: 'Hello', chatId: group })).before).toEqual({
    title: 'Harborline launch',
  });
  expect((await ada.run('send_document', { fileId })).before).toEqual({ title: 'Ada Marsh' });
  expect((await ada.run('send_photo', { fileId })).before).toEqual({ title: 'Ada Marsh' });

  const from = ada.exchanges.length;
  await expect(ada.run('send_message', { text: 'Hello', chatId: '1' })).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('The bot knows no such chat.'),
  });
  expect(ada.exchanges.slice(from).map(({ request }) => request.url.pathname)).toEqual(['/getChat']);
});

test('who blocked the bot gets nothing, and the person is told why', async () => {
  await using ada = await start();

  await expect(ada.run('send_message', { text: 'Hello', chatId: '710000014' })).rejects.toMatchObject({
    code: 'provider_rejected',
    message: expect.stringContaining('blocked'),
  });
});

test('a staged file is sent as it is and comes back as it was', async () => {
  await using ada = await start();
  const fileId = ada.stage({ name: 'Plan "früh".txt', mediaType: 'text/plain', bytes: Buffer.from('früh') });

  const { output } = await ada.run('send_document', { chatId: me, fileId, text: 'Here' });
  const { result } = await byAnother(ada, 'getChat', { chat_id: me });
  const got = await ada.run('download_file', { telegramFileId: 'BQACAgQAAxkBAAIBsketch01', name: 'a.png' });

  expect(output.chatId).toBe(me);
  expect(result).toMatchObject({ id: Number(me) });
  const sent = ada.exchanges.find(({ request }) => request.url.pathname.endsWith('/sendDocument'))!;
  expect(sent.request.headers['content-type']).toContain('multipart/form-data');
  expect(got.output.sizeBytes).toBe(ada.saved[0]!.bytes.byteLength);
  expect(Buffer.from(ada.saved[0]!.bytes.subarray(1, 4)).toString()).toBe('PNG');
});

test('a picture is sent as a photo; what is none, or empty, is refused before it is sent', async () => {
  await using ada = await start();
  const stage = (name: string, mediaType: string, bytes: Uint8Array) => ada.stage({ name, mediaType, bytes });

  const sent = await ada.run('send_photo', { chatId: me, fileId: stage('a.png', 'image/png', png) });
  expect(sent.output.messageId).toBeDefined();

  const text = ada.run('send_photo', { chatId: me, fileId: stage('a.txt', 'text/plain', png) });
  await expect(text).rejects.toMatchObject({ code: 'input_invalid' });
  const empty = ada.run('send_document', { chatId: me, fileId: stage('a', 'text/plain', new Uint8Array()) });
  await expect(empty).rejects.toMatchObject({ code: 'input_invalid' });
  await expect(ada.run('send_photo', { chatId: me })).rejects.toMatchObject({ code: 'input_invalid' });
});

test('editing a message to what it already says counts as done', async () => {
  await using ada = await start();
  const edit = { chatId: me, messageId: '102', text: 'New words' };

  await ada.run('edit_message', edit);
  const again = await ada.run('edit_message', edit);

  expect(again.output).toEqual({ chatId: me, messageId: '102' });
});

test('a pin is taken out again, but not one that was there before', async () => {
  await using ada = await start();
  const pinned = async () =>
    ((await byAnother(ada, 'getChat', { chat_id: group })).result as { pinned_message?: { message_id: number } })
      .pinned_message?.message_id;

  const { undo } = await ada.run('pin_message', { chatId: group, messageId: '112' });
  expect(await pinned()).toBe(112);
  await undo();
  expect(await pinned()).toBe(111);

  await (await ada.run('pin_message', { chatId: group, messageId: '111' })).undo();
  expect(await pinned()).toBe(111);
});

test('a token that was revoked at BotFather means connecting anew', async () => {
  await using ada = await start();
  await fetch(`${ada.sandbox.url}/_sandbox/grants/revoke`, { method: 'POST' });

  await expect(ada.run('list_chats', {})).rejects.toMatchObject({ code: 'reconnect_required' });
});
