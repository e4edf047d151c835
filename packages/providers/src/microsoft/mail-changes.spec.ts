import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { microsoft } from './index.ts';

const read = async (account: SandboxAccount, messageId: string) =>
  (await account.run('read_message', { messageId })).output;
const state = async (account: SandboxAccount, messageId: string) => {
  const { labels, unread } = await read(account, messageId);
  return { labels, unread };
};

test.each([
  ['archive_messages', 'AAkAda02', 'Archive', 'Inbox'],
  ['trash_messages', 'AAkAda06', 'Deleted Items', 'Clients/Harborline'],
  ['restore_messages', 'AAkAda08', 'Inbox', 'Deleted Items'],
])('%s moves %s to %s under its own id, and undo puts it back into %s', async (action, id, to, from) => {
  await using account = await SandboxAccount.start(microsoft);

  const done = await account.run(action, { messageIds: [id] });
  const moved = await read(account, id);
  await done.again();
  await done.undo();

  expect(moved.labels[0]).toBe(to);
  expect((await read(account, id)).labels[0]).toBe(from);
  expect(done.before).toMatchObject({ messages: [{ id, labels: expect.arrayContaining([from]) }] });
});

test('labels are categories, marks and folders, and undo gives each message back what it had', async () => {
  await using account = await SandboxAccount.start(microsoft);
  const messageIds = ['AAkAda01', 'AAkAda05'];
  const before = await Promise.all(messageIds.map((id) => state(account, id)));

  const change = { add: ['Travel', 'flagged', 'clients/harborline'], remove: ['customers', 'unread'] };
  const done = await account.run('label_messages', { messageIds, ...change });
  const after = await Promise.all(messageIds.map((id) => state(account, id)));
  await done.undo();

  expect(after).toEqual([
    { labels: ['Clients/Harborline', 'Travel', 'Flagged'], unread: false },
    { labels: ['Clients/Harborline', 'Travel', 'Flagged'], unread: false },
  ]);
  expect(await Promise.all(messageIds.map((id) => state(account, id)))).toEqual(before);
});

test('out of the inbox a message goes to the archive, out of another folder to the inbox', async () => {
  await using account = await SandboxAccount.start(microsoft);

  await account.run('label_messages', { messageIds: ['AAkAda02'], remove: ['Inbox'] });
  await account.run('label_messages', { messageIds: ['AAkAda06'], remove: ['Harborline'] });

  expect((await read(account, 'AAkAda02')).labels).toEqual(['Archive']);
  expect((await read(account, 'AAkAda06')).labels).toEqual(['Inbox', 'Customers']);
});

test('one message that is gone stops the change before any is moved', async () => {
  await using account = await SandboxAccount.start(microsoft);

  const done = account.run('trash_messages', { messageIds: ['AAkAda02', 'AAkGone'] });

  await expect(done).rejects.toMatchObject({ code: 'not_found' });
  expect((await read(account, 'AAkAda02')).labels).toEqual(['Inbox']);
});

test('two folders at once are refused', async () => {
  await using account = await SandboxAccount.start(microsoft);

  const done = account.run('label_messages', { messageIds: ['AAkAda02'], add: ['Archive', 'Clients'] });

  await expect(done).rejects.toMatchObject({ code: 'input_invalid' });
});

test('a draft that answers keeps the quote, and undo takes it away but never a mail it has become', async () => {
  await using account = await SandboxAccount.start(microsoft);

  const draft = await account.run('save_draft', { replyToMessageId: 'AAkAda10', text: 'Tomorrow.' });
  const saved = await read(account, draft.output.messageId);
  await draft.undo();
  const action = microsoft.actions.find(({ name }) => name === 'save_draft')!;
  const sent = { draftId: 'AAkAda04', messageId: 'AAkAda04', threadId: 'AAQkAdaExport' };
  const late = () => action.undo!(account.context(action), { input: {}, output: sent, before: undefined });

  expect(saved).toMatchObject({ subject: 'RE: Menu cards', labels: ['Drafts'], threadId: 'AAQkAdaMenu' });
  expect(saved.text).toMatch(/^Tomorrow\.[\s\S]+is the second proof/);
  expect((await read(account, draft.output.messageId)).labels).toEqual(['Deleted Items']);
  await expect(late()).rejects.toMatchObject({ code: 'conflict' });
});

test('pages lead on until there is none, newest first, each message once', async () => {
  await using account = await SandboxAccount.start(microsoft);
  const found: { id: string; receivedAt: string }[] = [];
  let cursor: string | undefined;

  do {
    const { output } = await account.run('search_mail', { limit: 5, cursor });
    found.push(...output.messages);
    cursor = output.nextCursor;
  } while (cursor !== undefined);

  const times = found.map(({ receivedAt }) => Date.parse(receivedAt));
  expect(new Set(found.map(({ id }) => id)).size).toBe(12);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test.each([
  [{ query: 'proof menu' }, ['AAkAda10']],
  [{ query: '"first sample"', unread: true }, ['AAkAda01']],
  [{ query: 'שלום' }, ['AAkAda05']],
  [{ from: 'Daniel Brook', hasAttachment: true }, ['AAkAda01']],
  [{ label: 'customers' }, []],
  [{ label: 'Customers', hasAttachment: false }, ['AAkAda10']],
  [{ label: 'Harborline' }, ['AAkAda06']],
  [{ label: 'flagged', unread: true }, ['AAkAda09']],
  [{ subject: 'logo', label: 'flagged' }, ['AAkAda05']],
  [{ query: 'subject:export' }, []],
])('%j finds %j', async (asked, ids) => {
  await using account = await SandboxAccount.start(microsoft);

  const { output } = await account.run('search_mail', asked);

  expect(output.messages.map(({ id }: { id: string }) => id)).toEqual(ids);
});

test('without the right to organise, a change says which right is missing', async () => {
  await using account = await SandboxAccount.start(microsoft, { features: ['mail.read'] });

  const done = account.run('archive_messages', { messageIds: ['AAkAda02'] });

  await expect(done).rejects.toMatchObject({ code: 'scope_missing' });
});
