import { expect, test } from '@jest/globals';
import { exampleFileId, SandboxAccount } from '../testing/sandbox-account.ts';
import { slack } from './index.ts';

const general = 'C0GENERAL01';
const jonas = 'jonas.weld.demo@gmail.com';
const texts = (output: { messages: { text: string }[] }) => output.messages.map(({ text }) => text);

test('the account is the member of the workspace', async () => {
  await using ada = await SandboxAccount.start(slack);

  expect(ada.account).toMatchObject({ subject: 'T0FERNHILL U0ADAMARSH', name: 'ada' });
});

test('what one writes the other reads, by name and as it was written', async () => {
  await using ada = await SandboxAccount.start(slack);
  await using other = await SandboxAccount.start(slack, { account: jonas, sandbox: ada.sandbox });

  const { output, undo } = await ada.run('send_message', { chatId: 'U0JONASWELD', text: 'a < b & <@U0MEIOKAFOR>' });
  const read = await other.run('read_messages', { chatId: 'U0ADAMARSH', limit: 1 });

  expect(read.output.messages[0]).toMatchObject({ from: 'Ada', text: 'a < b & <@U0MEIOKAFOR>' });
  expect(output.url).toBe(`https://fernhill.slack.com/archives/${output.chatId}/p${output.messageId.replace('.', '')}`);
  await undo();
  expect(texts((await other.run('read_messages', { chatId: 'U0ADAMARSH' })).output)).not.toContain(
    'a < b & <@U0MEIOKAFOR>',
  );
});

test('channels are listed with people by name, one’s own first', async () => {
  await using ada = await SandboxAccount.start(slack);

  const { output } = await ada.run('list_channels', {});

  expect(output.chats).toContainEqual({ id: general, title: '#general', kind: 'channel', isMember: true });
  expect(output.chats).toContainEqual({ id: 'D0ADAPRIYA1', title: 'Priya', kind: 'person', isMember: true });
  expect(output.chats.at(-1)).toMatchObject({ title: '#suppliers', isMember: false });
});

test('a channel one is not in is read, and not written to', async () => {
  await using ada = await SandboxAccount.start(slack);

  expect((await ada.run('read_messages', { chatId: 'C0SUPPLIERS' })).output.messages).toEqual([]);
  await expect(ada.run('send_message', { chatId: 'C0SUPPLIERS', text: 'x' })).rejects.toMatchObject({
    code: 'provider_rejected',
    message: expect.stringContaining('Join that channel'),
  });
});

test('history has pages, and a thread holds what was answered', async () => {
  await using ada = await SandboxAccount.start(slack);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await ada.run('read_messages', { chatId: general, limit: 2, cursor });
    seen.push(...output.messages.map(({ messageId }: { messageId: string }) => messageId));
    cursor = output.nextCursor;
  } while (cursor);

  expect(seen).toEqual(seen.toSorted().toReversed());
  expect(seen).not.toContain('1700000000.000150');
  const threadId = '1700000000.000100';
  await ada.run('reply_in_thread', { chatId: general, threadId, text: 'Thank you!' });
  const thread = await ada.run('read_thread', { chatId: general, threadId });
  expect(texts(thread.output).slice(1)).toEqual(['I have two to lend.', 'Thank you!']);
});

test('a search finds what one can see, with who said it and where', async () => {
  await using ada = await SandboxAccount.start(slack);
  await using other = await SandboxAccount.start(slack, { account: jonas, sandbox: ada.sandbox });

  const { output } = await ada.run('search_messages', { query: 'sketch from:priya', limit: 1 });

  expect(output.messages[0]).toMatchObject({ chat: 'harborline', from: 'Priya' });
  expect(output.nextCursor).toBe('2');
  expect((await other.run('search_messages', { query: 'sketch' })).output.messages).toHaveLength(1);
});

test('after an unclear answer the message is found by its run, and otherwise none is', async () => {
  await using ada = await SandboxAccount.start(slack);
  const same = { chatId: general, text: 'Only once' };
  await ada.run('send_message', same);

  const second = await ada.run('send_message', same);
  const found = (await second.recover()) as { messageId: string };
  expect(found.messageId).toBe(second.output.messageId);

  await second.undo();
  expect(await second.recover()).toBeUndefined();
});

test('who may not read cannot tell what happened', async () => {
  await using ada = await SandboxAccount.start(slack, { features: ['messages'] });
  const { recover } = await ada.run('send_message', { chatId: general, text: 'x' });

  await expect(recover()).rejects.toMatchObject({ code: 'outcome_unknown' });
  await expect(ada.run('read_messages', { chatId: general })).rejects.toMatchObject({
    code: 'scope_missing',
    details: { reason: 'channels:history' },
  });
});

test('a reaction that was there before stays when the second is undone', async () => {
  await using ada = await SandboxAccount.start(slack);
  const reaction = { chatId: general, messageId: '1700000000.000200', emoji: 'thumbsup' };

  const again = await ada.run('add_reaction', reaction);
  await again.undo();

  expect(again.output.added).toBe(false);
  expect((await ada.run('remove_reaction', reaction)).output.removed).toBe(true);
  expect((await ada.run('remove_reaction', reaction)).output.removed).toBe(false);
});

test('a file goes to a signed address without the token, and is shared', async () => {
  await using ada = await SandboxAccount.start(slack);
  const fileId = ada.stage({ name: 'früh.txt', mediaType: 'text/plain', bytes: Buffer.from('früh') });

  const { output, undo } = await ada.run('send_file', { chatId: general, fileId, text: 'Here' });

  expect(ada.exchanges.filter(({ request }) => request.link).map(({ request }) => request.url.host)).toEqual([
    'files.slack.com',
  ]);
  const shared = (await ada.run('read_messages', { chatId: general, limit: 1 })).output.messages[0];
  expect(shared).toMatchObject({ text: 'Here', files: [{ id: output.messageId, name: 'früh.txt' }] });
  await undo();
  expect(texts((await ada.run('read_messages', { chatId: general })).output)).not.toContain('Here');
});

test('access that ran out is renewed, and renewed again by the new refresh token', async () => {
  await using ada = await SandboxAccount.start(slack);
  const expire = () => fetch(`${ada.sandbox.url}/_sandbox/tokens/expire`, { method: 'POST' });

  await expire();
  await ada.run('list_people', {});
  await expire();

  expect((await ada.run('list_people', { limit: 2 })).output.people).toHaveLength(2);
});

test('without a chat the stored one is written to', async () => {
  await using ada = await SandboxAccount.start(slack, { settings: { defaultChatId: 'C0RANDOM001' } });
  await using none = await SandboxAccount.start(slack, { sandbox: ada.sandbox });

  expect((await ada.run('send_message', { text: 'Cake!' })).output.chatId).toBe('C0RANDOM001');
  await expect(none.run('send_message', { text: 'Cake!' })).rejects.toMatchObject({ code: 'input_invalid' });
});

test('P-1 a card calls the chat by its name, and a chat that is not there is refused before anything is sent', async () => {
  await using ada = await SandboxAccount.start(slack, { settings: { defaultChatId: 'C0RANDOM001' } });
  const cardOf = async (chatId?: string) => (await ada.run('send_message', { chatId, text: 'x' })).before;

  expect(await cardOf(general)).toEqual({ title: '#general' });
  expect(await cardOf('U0JONASWELD')).toEqual({ title: 'Jonas (@jonas)' });
  expect(await cardOf('D0ADAPRIYA1')).toEqual({ title: 'Priya (@priya)' });
  expect(await cardOf()).toEqual({ title: '#random' });

  const from = ada.exchanges.length;
  const gone = {
    code: 'not_found',
    message: expect.stringContaining('Slack has no such thing, or you cannot see it.'),
  };
  await expect(cardOf('C0NOWHERE01')).rejects.toMatchObject(gone);
  await expect(cardOf('U0NOBODY')).rejects.toMatchObject(gone);
  expect(ada.exchanges.slice(from).map(({ request }) => request.method)).toEqual(['GET', 'GET']);
});

test('a card names the chat by its id where the connection may not look it up', async () => {
  await using ada = await SandboxAccount.start(slack, { features: ['messages', 'files.write'] });

  const { before } = await ada.run('send_file', { chatId: general, fileId: exampleFileId });

  expect(before).toEqual({ title: general });
});
