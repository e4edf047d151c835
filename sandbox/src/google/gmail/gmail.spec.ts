import { expect, test } from '@jest/globals';
import { Fixture, type Reply } from '../../fixture.ts';

const gmail = 'https://gmail.googleapis.com/gmail/v1/users/me';
const mail = (lines: readonly string[], body = 'Hello'): string =>
  Buffer.from([...lines, '', body].join('\r\n')).toString('base64url');
const jonas = 'jonas.weld.demo@gmail.com';

const search = async (fixture: Fixture, token: string, query: string): Promise<string[]> => {
  const answer = await fixture.call(token, 'GET', `${gmail}/messages?maxResults=500&q=${encodeURIComponent(query)}`);
  expect(answer.status).toBe(200);
  return (answer.body.messages ?? []).map((message: { id: string }) => message.id);
};
const header = (message: Reply['body'], name: string): string =>
  message.payload.headers.find((one: { name: string }) => one.name.toLowerCase() === name.toLowerCase())?.value;

test('the mailbox has more than two hundred messages in threads, page by page', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.readonly']);

  const profile = await fixture.call(access_token, 'GET', `${gmail}/profile`);
  const first = await fixture.call(access_token, 'GET', `${gmail}/messages?maxResults=100`);
  const second = await fixture.call(
    access_token,
    'GET',
    `${gmail}/messages?maxResults=100&pageToken=${first.body.nextPageToken}`,
  );

  expect(profile.body.messagesTotal).toBeGreaterThan(200);
  expect(profile.body.threadsTotal).toBeLessThan(profile.body.messagesTotal);
  expect(first.body.messages).toHaveLength(100);
  expect(first.body.messages[0].id).not.toBe(second.body.messages[0].id);
});

test('searches read the operators people use', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.readonly']);
  const count = async (query: string) => (await search(fixture, access_token, query)).length;

  expect(await count('from:sara subject:agenda')).toBeGreaterThanOrEqual(2);
  expect(await count('from:sara.demir@quillworks.example')).toBe(2);
  expect(await count('has:attachment filename:pdf from:receipts')).toBeGreaterThan(5);
  expect(await count('label:harborline is:unread')).toBeGreaterThan(0);
  expect(await count('"ten minutes on the data export"')).toBe(1);
  expect(await count('{from:henrik from:lucia} newer_than:60d')).toBe(4);
  expect(await count('from:henrik OR from:lucia')).toBe(4);
  expect(await count('from:henrik -subject:term')).toBe(0);
  expect(await count('after:2000/01/01 before:2000/02/01')).toBe(0);
  expect(await count('in:sent to:oskar')).toBe(1);
  expect(await count('is:starred')).toBeGreaterThan(1);
  expect(await count('מסמכים')).toBe(1);
});

test('a message is read whole, its attachment comes by id, and old charsets arrive as UTF-8', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.readonly']);
  const [id] = await search(fixture, access_token, 'subject:"Contract draft v3" has:attachment');
  const [old] = await search(fixture, access_token, 'subject:Grüße');

  const { body } = await fixture.call(access_token, 'GET', `${gmail}/messages/${id}`);
  const latin = await fixture.call(access_token, 'GET', `${gmail}/messages/${old}?format=full`);

  expect(body.payload.mimeType).toBe('multipart/mixed');
  const file = body.payload.parts[1];
  expect(file).toMatchObject({ partId: '1', filename: 'contract-v3.pdf', mimeType: 'application/pdf' });
  const attachment = await fixture.call(
    access_token,
    'GET',
    `${gmail}/messages/${id}/attachments/${file.body.attachmentId}`,
  );
  expect(Buffer.from(attachment.body.data, 'base64url').subarray(0, 5).toString()).toBe('%PDF-');
  expect(attachment.body.size).toBe(file.body.size);
  expect(header(latin.body, 'Subject')).toBe('Grüße aus Göteborg');
  expect(Buffer.from(latin.body.payload.body.data, 'base64url').toString()).toContain('Büro hier ist schön');
});

test('a sent message is in Sent without more fields than Gmail gives, and reaches the other account without Bcc', async () => {
  await using fixture = await Fixture.start();
  const ada = await fixture.grant(['gmail.send', 'gmail.readonly']);
  const other = await fixture.grant(['gmail.readonly'], { account: jonas });
  const raw = mail([
    `To: Jonas <${jonas}>`,
    'Bcc: hidden@example.org',
    'Subject: =?UTF-8?B?w5xiZXIgbW9yZ2VuIPCfjok=?=',
    'Message-ID: <own-1@hub.example>',
  ]);

  const sent = await fixture.call(ada.access_token, 'POST', `${gmail}/messages/send`, { raw });

  expect(sent.body).toEqual({ id: expect.any(String), threadId: sent.body.id, labelIds: ['SENT'] });
  const [copy] = await search(fixture, other.access_token, 'rfc822msgid:own-1@hub.example');
  const received = await fixture.call(other.access_token, 'GET', `${gmail}/messages/${copy}`);
  expect(header(received.body, 'Subject')).toBe('Über morgen 🎉');
  expect(header(received.body, 'From')).toBe('Ada Marsh <ada.marsh.demo@gmail.com>');
  expect(header(received.body, 'Bcc')).toBeUndefined();
  expect(received.body.labelIds).toEqual(expect.arrayContaining(['INBOX', 'UNREAD']));
  expect(await search(fixture, ada.access_token, 'bcc:hidden@example.org in:sent')).toHaveLength(1);
});

test('a reply joins its thread in both boxes, and one with another subject does not', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.modify']);
  const [id] = await search(fixture, access_token, 'subject:"Budget for Q1" from:jonas');
  const { body } = await fixture.call(
    access_token,
    'GET',
    `${gmail}/messages/${id}?format=metadata&metadataHeaders=Message-ID`,
  );
  const reference = header(body, 'Message-ID');
  expect(body.payload.headers).toHaveLength(1);
  const lines = [`To: ${jonas}`, `In-Reply-To: ${reference}`, `References: ${reference}`];

  const reply = await fixture.call(access_token, 'POST', `${gmail}/messages/send`, {
    raw: mail([...lines, 'Subject: Re: Budget for Q1']),
    threadId: body.threadId,
  });
  const stray = await fixture.call(access_token, 'POST', `${gmail}/messages/send`, {
    raw: mail([...lines, 'Subject: Something else']),
    threadId: body.threadId,
  });

  expect(reply.body.threadId).toBe(body.threadId);
  expect(stray.body.threadId).not.toBe(body.threadId);
});

test('uploads by media and multipart are sent, and what is too large is refused with the limit named', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.send']);
  const upload = 'https://gmail.googleapis.com/upload/gmail/v1/users/me/messages/send';
  const head = `To: ${jonas}\r\nSubject: Large\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream; name="big.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  const sized = (megabytes: number) =>
    Buffer.concat([Buffer.from(head), Buffer.from(Buffer.alloc(megabytes * 1024 * 1024, 7).toString('base64'))]);
  const media = (bytes: Buffer) =>
    fixture.call(access_token, 'POST', `${upload}?uploadType=media`, bytes, { 'content-type': 'message/rfc822' });
  const related = `--b1\r\nContent-Type: application/json\r\n\r\n{}\r\n--b1\r\nContent-Type: message/rfc822\r\n\r\nTo: ${jonas}\r\nSubject: Two parts\r\n\r\nHi\r\n--b1--`;

  const multipart = await fixture.call(access_token, 'POST', `${upload}?uploadType=multipart`, related, {
    'content-type': 'multipart/related; boundary="b1"',
  });

  expect(multipart.status).toBe(200);
  expect((await media(sized(24))).status).toBe(200);
  expect(await media(sized(30))).toMatchObject({
    status: 413,
    body: { error: { message: 'Media is too large. Limit: 36700160' } },
  });
  const inJson = await fixture.call(access_token, 'POST', `${gmail}/messages/send`, {
    raw: sized(9).toString('base64url'),
  });
  expect(inJson.status).toBe(413);
}, 30_000);

test('labels, archive, bin and back change what searches find, and history tells of it', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.modify']);
  const start = (await fixture.call(access_token, 'GET', `${gmail}/profile`)).body.historyId;
  const [id] = await search(fixture, access_token, 'subject:"Photo shoot"');
  const label = await fixture.call(access_token, 'POST', `${gmail}/labels`, { name: 'Shoots' });

  await fixture.call(access_token, 'POST', `${gmail}/messages/${id}/modify`, {
    addLabelIds: [label.body.id],
    removeLabelIds: ['INBOX', 'UNREAD'],
  });
  expect(await search(fixture, access_token, 'label:shoots -in:inbox is:read')).toEqual([id]);
  await fixture.call(access_token, 'POST', `${gmail}/messages/${id}/trash`);
  expect(await search(fixture, access_token, 'label:shoots')).toEqual([]);
  expect(await search(fixture, access_token, 'in:trash label:shoots')).toEqual([id]);
  await fixture.call(access_token, 'POST', `${gmail}/messages/${id}/untrash`);
  expect(await search(fixture, access_token, 'label:shoots')).toEqual([id]);

  const history = await fixture.call(access_token, 'GET', `${gmail}/history?startHistoryId=${start}`);
  expect(history.body.history.map((entry: object) => Object.keys(entry)[2])).toEqual([
    'labelsAdded',
    'labelsRemoved',
    'labelsAdded',
    'labelsRemoved',
  ]);
  expect((await fixture.call(access_token, 'GET', `${gmail}/history?startHistoryId=5`)).status).toBe(404);
  const batch = await fixture.call(access_token, 'POST', `${gmail}/messages/batchModify`, {
    ids: [id],
    addLabelIds: ['INBOX'],
  });
  expect(batch.status).toBe(204);
});

test('a draft is kept, changed and sent', async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['gmail.compose', 'gmail.readonly']);

  const draft = await fixture.call(access_token, 'POST', `${gmail}/drafts`, {
    message: { raw: mail(['Subject: Draft']) },
  });
  const nobody = await fixture.call(access_token, 'POST', `${gmail}/drafts/send`, { id: draft.body.id });
  const changed = await fixture.call(access_token, 'PUT', `${gmail}/drafts/${draft.body.id}`, {
    message: { raw: mail(['Subject: Draft', `To: ${jonas}`]) },
  });
  const sent = await fixture.call(access_token, 'POST', `${gmail}/drafts/send`, { id: draft.body.id });

  expect(draft.body.message.labelIds).toEqual(['DRAFT']);
  expect(nobody).toMatchObject({ status: 400, body: { error: { message: 'Recipient address required' } } });
  expect(changed.body.id).toBe(draft.body.id);
  expect(sent.body.labelIds).toEqual(['SENT']);
  expect((await fixture.call(access_token, 'GET', `${gmail}/drafts/${draft.body.id}`)).status).toBe(404);
});

test('a token for sending reads nothing, and one for headers neither searches nor reads bodies', async () => {
  await using fixture = await Fixture.start();
  const send = await fixture.grant(['gmail.send']);
  const metadata = await fixture.grant(['gmail.metadata']);

  expect((await fixture.call(send.access_token, 'GET', `${gmail}/messages`)).status).toBe(403);
  expect((await fixture.call(metadata.access_token, 'GET', `${gmail}/messages?q=x`)).status).toBe(403);
  const { body } = await fixture.call(metadata.access_token, 'GET', `${gmail}/messages?maxResults=1`);
  expect((await fixture.call(metadata.access_token, 'GET', `${gmail}/messages/${body.messages[0].id}`)).status).toBe(
    403,
  );
  expect(
    (await fixture.call(metadata.access_token, 'GET', `${gmail}/messages/${body.messages[0].id}?format=metadata`))
      .status,
  ).toBe(200);
});
