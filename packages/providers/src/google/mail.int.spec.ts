import { expect, test } from '@jest/globals';
import type { MailMessage, MailSummary } from '@switchboard/contracts';
import { archiveMessages } from './actions/archive-messages.ts';
import { downloadAttachment } from './actions/download-attachment.ts';
import { forwardMail } from './actions/forward-mail.ts';
import { labelMessages } from './actions/label-messages.ts';
import { listLabels } from './actions/list-labels.ts';
import { readMessage } from './actions/read-message.ts';
import { readThread } from './actions/read-thread.ts';
import { replyToMail } from './actions/reply-to-mail.ts';
import { restoreMessages } from './actions/restore-messages.ts';
import { saveDraft } from './actions/save-draft.ts';
import { searchMail } from './actions/search-mail.ts';
import { sendMail } from './actions/send-mail.ts';
import { trashMessages } from './actions/trash-messages.ts';
import type { SandboxAccount } from '../testing/sandbox-account.ts';
import { startGoogle } from './testing/sandbox-google.ts';

const jonas = { email: 'jonas.weld.demo@gmail.com', name: 'Jonas' };
const letter = { to: [jonas], subject: 'عشاء الليلة 🎉 Grüße', text: 'Voilà: שלום\n\nA' };
const search = async (google: SandboxAccount, input: object): Promise<MailSummary[]> =>
  (await google.run(searchMail, input)).output.messages;
const read = async (google: SandboxAccount, messageId: string): Promise<MailMessage> =>
  (await google.run(readMessage, { messageId })).output;

test('a mail in any script and with emoji is sent, found by its Message-ID and read back as written', async () => {
  await using google = await startGoogle();

  const sent = await google.run(sendMail, {
    ...letter,
    html: '<p>Voilà</p>',
    cc: [{ email: 'x@example.org', name: 'يونس' }],
  });

  const message = await read(google, sent.output.messageId);
  expect(message).toMatchObject({
    subject: letter.subject,
    to: [jonas],
    cc: [{ email: 'x@example.org', name: 'يونس' }],
  });
  expect(message.text!.trim().replaceAll('\r', '')).toBe(letter.text);
  expect(message.html).toContain('Voilà');
  await expect(sent.recover()).resolves.toMatchObject({ messageId: sent.output.messageId });
});

test('nothing in a name or subject becomes a header', async () => {
  await using google = await startGoogle();

  const { output } = await google.run(sendMail, {
    ...letter,
    to: [{ ...jonas, name: 'J\r\nBcc: evil@example.com' }],
    subject: 'Hi\r\nCc: evil@example.com\r\n\r\nbody',
  });

  const message = await read(google, output.messageId);
  expect(message.cc).toEqual([]);
  expect(message.subject).toBe('Hi Cc: evil@example.com body');
  expect(message.text!.trim().replaceAll('\r', '')).toBe(letter.text);
});

test('a 24 MB attachment is staged, sent and downloaded the same', async () => {
  await using google = await startGoogle();
  const bytes = new Uint8Array(24 * 1024 * 1024).map((_byte, at) => at % 251);
  const fileId = google.stage({ name: 'Übersicht 📎.bin', mediaType: 'application/octet-stream', bytes });

  const { output } = await google.run(sendMail, { ...letter, attachments: [{ fileId }] });
  const { attachments } = await read(google, output.messageId);
  await google.run(downloadAttachment, { messageId: output.messageId, attachmentId: attachments[0]!.id });

  expect(attachments).toMatchObject([{ name: 'Übersicht 📎.bin', sizeBytes: bytes.byteLength }]);
  expect(Buffer.compare(google.saved[0]!.bytes, bytes)).toBe(0);
}, 60_000);

test('a search narrows by people, words, label, state and time', async () => {
  await using google = await startGoogle();

  const all = await search(google, { limit: 50 });
  const unread = await search(google, { unread: true, label: 'inbox', limit: 50 });
  const withFiles = await search(google, { hasAttachment: true });
  const [first] = all;
  const from = await search(google, { from: first!.from.email });
  const recent = await search(google, { after: first!.receivedAt, limit: 100 });

  expect(all).toHaveLength(50);
  expect(unread.length).toBeGreaterThan(0);
  expect(unread.every((message) => message.unread && message.labels.includes('INBOX'))).toBe(true);
  expect(withFiles.every(({ hasAttachments }) => hasAttachments)).toBe(true);
  expect(from.every((message) => message.from.email === first!.from.email)).toBe(true);
  expect(recent.length).toBeLessThan(all.length);
  await expect(google.run(searchMail, { label: 'No such label' })).rejects.toMatchObject({ code: 'input_invalid' });
});

test('a page leads to the next', async () => {
  await using google = await startGoogle();

  const { output: first } = await google.run(searchMail, { limit: 5 });
  const { output: second } = await google.run(searchMail, { limit: 5, cursor: first.nextCursor });

  const ids = [...first.messages, ...second.messages].map(({ id }: MailSummary) => id);
  expect(new Set(ids).size).toBe(10);
});

test('a reply stays in its thread and goes to everyone else', async () => {
  await using google = await startGoogle();
  const original = (await search(google, { label: 'inbox', limit: 1 }))[0]!;

  const { output } = await google.run(replyToMail, { messageId: original.id, all: true, text: 'Fine with me.' });

  expect(output.threadId).toBe(original.threadId);
  const { output: thread } = await google.run(readThread, { threadId: original.threadId });
  const reply = thread.messages.at(-1) as MailMessage;
  expect(reply.subject).toMatch(/^Re: /i);
  expect(reply.to.map(({ email }) => email)).not.toContain(google.account.email!);
});

test('a mail is forwarded with what it carried', async () => {
  await using google = await startGoogle();
  const original = (await search(google, { hasAttachment: true, limit: 1 }))[0]!;

  const { output } = await google.run(forwardMail, { messageId: original.id, to: [jonas], text: 'See below.' });

  const [before, after] = [await read(google, original.id), await read(google, output.messageId)];
  expect(after.subject).toBe(`Fwd: ${before.subject}`);
  expect(after.text).toContain('See below.');
  expect(after.text).toContain(`From: `);
  expect(after.attachments.map(({ name, sizeBytes }) => ({ name, sizeBytes }))).toEqual(
    before.attachments.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
  );
});

test('a draft is kept, found again and thrown away', async () => {
  await using google = await startGoogle();

  const draft = await google.run(saveDraft, { ...letter });

  expect((await read(google, draft.output.messageId)).labels).toContain('DRAFT');
  await expect(draft.recover()).resolves.toMatchObject({ draftId: draft.output.draftId });
  await draft.undo();
  await expect(read(google, draft.output.messageId)).rejects.toMatchObject({ code: 'not_found' });
});

test('labels are made when missing, shown by name and taken back', async () => {
  await using google = await startGoogle();
  const [one, two] = await search(google, { label: 'inbox', unread: true, limit: 2 });
  const messageIds = [one!.id, two!.id];

  const labelled = await google.run(labelMessages, { messageIds, add: ['Reisen 🧳', 'starred'], remove: ['unread'] });

  const { labels } = await read(google, one!.id);
  expect(labels).toEqual(expect.arrayContaining(['Reisen 🧳', 'STARRED']));
  expect(labels).not.toContain('UNREAD');
  expect((await search(google, { label: 'reisen 🧳' })).map(({ id }) => id).sort()).toEqual([...messageIds].sort());
  await labelled.undo();
  expect((await read(google, one!.id)).labels.sort()).toEqual([...one!.labels].sort());
  expect((await google.run(listLabels, {})).output.labels.length).toBeGreaterThan(3);
});

test.each([
  ['archived', archiveMessages, 'INBOX'],
  ['binned', trashMessages, 'INBOX'],
] as const)('a message is %s and comes back where it was', async (_word, action, label) => {
  await using google = await startGoogle();
  const message = (await search(google, { label: 'inbox', limit: 1 }))[0]!;

  const done = await google.run(action, { messageIds: [message.id] });

  expect((await read(google, message.id)).labels).not.toContain(label);
  await done.undo();
  expect((await read(google, message.id)).labels.sort()).toEqual([...message.labels].sort());
});

test('a binned message is found in the bin and restored to the inbox', async () => {
  await using google = await startGoogle();
  const message = (await search(google, { label: 'inbox', limit: 1 }))[0]!;
  await google.run(trashMessages, { messageIds: [message.id] });

  expect((await search(google, { label: 'bin', limit: 100 })).map(({ id }) => id)).toContain(message.id);
  await google.run(restoreMessages, { messageIds: [message.id] });

  expect((await read(google, message.id)).labels).toContain('INBOX');
});

test('a message that is not there is not found', async () => {
  await using google = await startGoogle();

  await expect(read(google, 'ffffffffffffffff')).rejects.toMatchObject({ code: 'not_found' });
});
