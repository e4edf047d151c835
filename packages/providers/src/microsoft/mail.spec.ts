import { expect, test } from '@jest/globals';
import { createSandbox } from '@switchboard/sandbox';
import { sandboxClient } from '../testing/sandbox-client.ts';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { microsoft } from './index.ts';

const letter = {
  to: [{ email: 'noor@quillworks.example' }],
  subject: 'Größe & 한국어 „gut“ 🎂',
  text: 'Hallo Noor <3\n\nשלום',
};
const long = Buffer.alloc(7 * 1024 * 1024, 'Nineteen letters. ');

const fault = (account: SandboxAccount, value: Record<string, unknown>) =>
  fetch(`${account.sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
const inFolder = async (account: SandboxAccount, label: string): Promise<{ id: string; subject: string }[]> =>
  (await account.run('search_mail', { label, limit: 100 })).output.messages;
const read = async (account: SandboxAccount, messageId: string) =>
  (await account.run('read_message', { messageId })).output;

test('a mail keeps its letters, carries its file, and is found again by its run', async () => {
  await using account = await SandboxAccount.start(microsoft);
  const fileId = account.stage({ name: 'Ängebot 12 €.txt', mediaType: 'text/plain', bytes: Buffer.from('12 €') });

  const sent = await account.run('send_mail', { ...letter, attachments: [{ fileId }] });

  const { messageId } = sent.output;
  const message = await read(account, messageId);
  const [attachment] = message.attachments;
  await account.run('download_attachment', { messageId, attachmentId: attachment.id });
  expect(message).toMatchObject({ subject: letter.subject, text: letter.text, to: letter.to, labels: ['Sent Items'] });
  expect(account.saved).toMatchObject([{ name: 'Ängebot 12 €.txt', bytes: new Uint8Array(Buffer.from('12 €')) }]);
  await expect(sent.recover()).resolves.toEqual(sent.output);
});

test('R-1 a send whose answer was lost is found, and is there once', async () => {
  await using account = await SandboxAccount.start(microsoft);
  const action = microsoft.actions.find(({ name }) => name === 'send_mail')!;
  const context = account.context(action);
  const input = action.input.parse(letter);
  await fault(account, { match: { path: '/v1.0/me/messages/*/send' }, kind: 'reset', after: true });

  const lost = action.run(context, input);

  await expect(lost).rejects.toMatchObject({ code: 'outcome_unknown' });
  const [sent] = await inFolder(account, 'sent');
  await expect(action.recover!(context, input)).resolves.toMatchObject({ messageId: sent!.id });
  expect((await inFolder(account, 'sent')).filter(({ subject }) => subject === letter.subject)).toHaveLength(1);
});

test('R-1 a draft that was never sent is taken away, so that trying again sends one mail', async () => {
  await using account = await SandboxAccount.start(microsoft);
  const action = microsoft.actions.find(({ name }) => name === 'send_mail')!;
  const context = account.context(action);
  const input = action.input.parse(letter);
  await fault(account, { match: { path: '/v1.0/me/messages/*/send' }, kind: 'reset' });

  await expect(action.run(context, input)).rejects.toMatchObject({ code: 'outcome_unknown' });
  expect(await action.recover!(context, input)).toBeUndefined();
  await action.run(context, input);

  expect((await inFolder(account, 'drafts')).map(({ subject }) => subject)).toEqual(['Menu cards']);
  expect((await inFolder(account, 'sent')).filter(({ subject }) => subject === letter.subject)).toHaveLength(1);
});

test('R-1 without a trace of the run it stays unknown whether a mail was sent', async () => {
  await using account = await SandboxAccount.start(microsoft);
  const action = microsoft.actions.find(({ name }) => name === 'send_mail')!;

  const found = action.recover!(account.context(action), action.input.parse(letter));

  await expect(found).rejects.toMatchObject({ code: 'outcome_unknown' });
});

test('where Outlook refuses to send, no half-written draft is left', async () => {
  await using account = await SandboxAccount.start(microsoft);
  await fault(account, { match: { path: '/v1.0/me/messages/*/send' }, kind: 'status', status: 403, reason: 'ErrorSendAsDenied' }); // prettier-ignore

  await expect(account.run('send_mail', letter)).rejects.toMatchObject({ code: 'provider_rejected' });

  expect((await inFolder(account, 'drafts')).map(({ subject }) => subject)).toEqual(['Menu cards']);
});

test.each([
  ['goes in pieces without the token', undefined],
  ['goes on where a piece was lost', { kind: 'reset' }],
  ['goes on where the answer of a piece was lost', { kind: 'reset', after: true }],
])('a large attachment %s', async (_how, broken) => {
  await using account = await SandboxAccount.start(microsoft);
  const fileId = account.stage({ name: 'long.txt', mediaType: 'text/plain', bytes: long });
  const match = { host: 'outlook.office.com', method: 'PUT' };
  if (broken) await fault(account, { match, skip: 1, ...broken });

  const { output } = await account.run('save_draft', { text: 'See there.', attachments: [{ fileId }] });

  const pieces = account.exchanges.filter(({ request }) => request.method === 'PUT' && request.link);
  const [attachment] = (await read(account, output.messageId)).attachments;
  await account.run('download_attachment', { messageId: output.messageId, attachmentId: attachment.id });
  expect(pieces[0]!.request.headers['content-range']).toBe(`bytes 0-3276799/${long.length}`);
  expect(pieces[0]!.request.headers).not.toHaveProperty('authorization');
  expect(Buffer.from(account.saved.at(-1)!.bytes).equals(long)).toBe(true);
});

test('a reply to all stays in its conversation, above the quote, and reaches the other mailbox', async () => {
  await using sandbox = await createSandbox({ clients: [sandboxClient('microsoft')] });
  await using ada = await SandboxAccount.start(microsoft, { sandbox });
  await using jonas = await SandboxAccount.start(microsoft, { sandbox, account: 'jonas.weld.demo@gmail.com' });

  const reply = await ada.run('reply_to_mail', { messageId: 'AAkAda01', all: true, text: 'Fine <with> me.' });

  const thread = (await ada.run('read_thread', { threadId: 'AAQkAdaExport' })).output;
  const sent = thread.messages.at(-1);
  const [received] = await inFolder(jonas, 'inbox');
  expect(reply.before).toMatchObject({ recipients: [{ email: 'daniel.brook@harborline.example' }, { email: 'jonas.weld.demo@gmail.com' }, { email: 'tomas@fernhill.example' }] }); // prettier-ignore
  expect(thread.messages).toHaveLength(3);
  expect(sent).toMatchObject({ id: reply.output.messageId, subject: 'RE: Data export: first look' });
  expect(sent.text).toMatch(/^Fine <with> me\.[\s\S]+From: Daniel Brook[\s\S]+Column names are ours & can change/);
  expect(received).toMatchObject({ subject: 'RE: Data export: first look', unread: true });
});

test('a reply to one’s own mail goes to whom it was written, and a forward carries its files', async () => {
  await using account = await SandboxAccount.start(microsoft);

  const own = await account.run('reply_to_mail', { messageId: 'AAkAda04', text: 'Any news?' });
  const on = await account.run('forward_mail', { messageId: 'AAkAda01', to: [{ email: 'mei@fernhill.example' }] });

  expect((await read(account, own.output.messageId)).to).toMatchObject([{ email: 'daniel.brook@harborline.example' }]);
  expect(await read(account, on.output.messageId)).toMatchObject({
    subject: 'FW: Data export: first look',
    attachments: [{ name: 'export-sample.csv' }],
  });
});
