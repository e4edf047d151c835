import { expect, test } from '@jest/globals';
import { fakeAnswer, message } from '../testing/fake-answers.ts';
import { fakeGoogle } from '../testing/fake-google.ts';
import { downloadAttachment } from './download-attachment.ts';
import { forwardMail } from './forward-mail.ts';
import { labelMessages } from './label-messages.ts';
import { replyToMail } from './reply-to-mail.ts';
import { saveDraft } from './save-draft.ts';
import { sendMail } from './send-mail.ts';
import { trashMessages } from './trash-messages.ts';

const messageIds = ['m1', 'm2'];

test('a label that is missing is made, one that is there is used', async () => {
  const google = fakeGoogle(fakeAnswer);

  await google.run(labelMessages, { messageIds, add: ['travel', 'New'], remove: ['Unread', 'Unheard of'] });

  expect(
    google.http.seen.find(({ method, url }) => method === 'POST' && url.pathname.endsWith('/labels'))!.json,
  ).toEqual({ name: 'New' });
  expect(google.http.seen.at(-1)!.json).toEqual({
    ids: messageIds,
    addLabelIds: ['Label_1', 'Label_9'],
    removeLabelIds: ['UNREAD'],
  });
});

test('undo gives each message back what it had, and only that', async () => {
  const google = fakeGoogle(() => ({ status: 204 }));
  const before = {
    messages: [],
    labels: [
      { id: 'm1', labelIds: ['INBOX'] },
      { id: 'm2', labelIds: ['Label_1'] },
    ],
  };

  await trashMessages.undo!(google.contextFor(trashMessages), {
    input: { messageIds },
    output: { messageIds },
    before,
  });

  expect(google.http.seen.map(({ json }) => json)).toEqual([
    { ids: messageIds, addLabelIds: [], removeLabelIds: ['TRASH'] },
    { ids: ['m1'], addLabelIds: ['INBOX'], removeLabelIds: [] },
    { ids: ['m2'], addLabelIds: [], removeLabelIds: ['INBOX'] },
  ]);
});

test('a reply carries its thread, its subject and the ids of what it answers', async () => {
  const google = fakeGoogle(fakeAnswer);

  await google.run(replyToMail, { messageId: 'm1', text: 'Yes.' });

  const { raw, threadId } = google.http.seen.at(-1)!.json as { raw: string; threadId: string };
  const sent = Buffer.from(raw, 'base64url').toString('utf8');
  expect(threadId).toBe('t1');
  expect(sent).toContain('Subject: Re: Numbers');
  expect(sent).toContain('In-Reply-To: <n1@example.com>');
  expect(sent).toContain('References: <n1@example.com>');
  expect(sent).toContain('To: Priya <priya@example.com>');
});

test('an attachment is kept under its own name', async () => {
  const google = fakeGoogle(fakeAnswer);

  await expect(google.run(downloadAttachment, { messageId: 'm1', attachmentId: '1' })).resolves.toMatchObject({
    name: 'n.pdf',
    sizeBytes: 3,
  });
  expect([...google.saved[0]!.bytes]).toEqual([0, 1, 2]);
  expect(google.http.seen.at(-1)!.maxAnswerBytes).toBeGreaterThan(50 * 1024 * 1024);
  await expect(google.run(downloadAttachment, { messageId: 'm1', attachmentId: '9' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test("a forward whose attachments are more than Gmail's limit is refused before they are fetched", async () => {
  const { payload } = message;
  const parts = [{ ...payload.parts[1]!, body: { size: 26 * 1024 * 1024, attachmentId: 'A' } }];
  const google = fakeGoogle(() => ({ json: { ...message, payload: { ...payload, parts } } }));

  await expect(google.run(forwardMail, { messageId: 'm1', to: [{ email: 'bob@example.com' }] })).rejects.toMatchObject({
    code: 'input_invalid',
    message: expect.stringContaining('25 MB'),
  });
  expect(google.http.seen).toHaveLength(1);
});

test('a draft that answers a mail takes over its subject and thread', async () => {
  const google = fakeGoogle(fakeAnswer);

  await google.run(saveDraft, { replyToMessageId: 'm1', text: 'Hm.' });

  const { message: draft } = google.http.seen.at(-1)!.json as { message: { raw: string; threadId: string } };
  expect(draft.threadId).toBe('t1');
  expect(Buffer.from(draft.raw, 'base64url').toString()).toContain('Subject: Re: Numbers');
});

test('R-1 without the right to look, an unclear send stays unknown', async () => {
  const google = fakeGoogle(() => ({
    status: 403,
    json: { error: { message: 'x', errors: [{ reason: 'insufficientPermissions' }] } },
  }));
  const input = sendMail.input.parse({ to: [{ email: 'bob@example.com' }], subject: 'x', text: 'y' });

  await expect(sendMail.recover!(google.contextFor(sendMail), input)).rejects.toMatchObject({
    code: 'outcome_unknown',
  });
});

test('R-1 a send without a trace is unknown, never tried again by itself', async () => {
  const google = fakeGoogle(() => ({ json: {} }));
  const input = sendMail.input.parse({ to: [{ email: 'bob@example.com' }], subject: 'x', text: 'y' });

  await expect(sendMail.recover!(google.contextFor(sendMail), input)).rejects.toMatchObject({
    code: 'outcome_unknown',
  });
});

test('a card knows which mails it is about, and whom a reply goes to', async () => {
  const google = fakeGoogle(fakeAnswer);
  const context = google.contextFor(replyToMail);

  const about = await trashMessages.before!(context, { messageIds: ['m1'] });
  const reply = await replyToMail.before!(
    context,
    replyToMail.input.parse({ messageId: 'm1', all: true, text: 'Yes.' }),
  );

  expect(about.messages).toMatchObject([{ subject: 'Numbers', from: { email: 'priya@example.com' } }]);
  expect(reply.recipients).toEqual([{ email: 'priya@example.com', name: 'Priya' }, { email: 'bob@example.com' }]);
});
