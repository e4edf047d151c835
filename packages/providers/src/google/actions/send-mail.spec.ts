import { expect, test } from '@jest/globals';
import { fakeGoogle, marker } from '../testing/fake-google.ts';
import { sendMail } from './send-mail.ts';

const fileId = '01990000-0000-7000-8000-00000000000a';
const input = { to: [{ email: 'priya@example.com', name: 'Priya' }], subject: 'Lunch', text: 'Shall we?' };
const sent = { json: { id: 'm1', threadId: 't1', labelIds: ['SENT'] } };

test('a mail goes out as RFC 5322 with the Message-ID of its run', async () => {
  const google = fakeGoogle(() => sent);

  const output = await google.run(sendMail, { ...input, subject: 'مرحبا 🎉', bcc: [{ email: 'bob@example.com' }] });

  expect(output).toMatchObject({ messageId: 'm1', threadId: 't1' });
  const [request] = google.http.seen;
  expect(request!.url.href).toBe('https://gmail.googleapis.com/gmail/v1/users/me/messages/send');
  expect(request!.idempotent).toBe(false);
  const raw = rawOf(request!.json);
  expect(raw).toContain(`Message-ID: <${marker}@example.com>`);
  expect(raw).toContain('To: Priya <priya@example.com>');
  expect(raw).toContain('Bcc: bob@example.com');
  expect(raw).toMatch(/Subject: =\?UTF-8\?/);
});

test('no name, subject or file name can add a header', async () => {
  const files = {
    [fileId]: { name: 'a"\r\nX-Evil: 1.txt', mediaType: 'text/plain\r\nX-Evil: 2', bytes: Buffer.from('hi') },
  };
  const google = fakeGoogle(() => sent, files);

  await google.run(sendMail, {
    ...input,
    to: [{ email: 'priya@example.com', name: 'Priya\r\nBcc: evil@example.com' }],
    subject: 'Hi\r\nBcc: evil@example.com',
    attachments: [{ fileId }],
  });

  expect(rawOf(google.http.seen[0]!.json)).not.toMatch(/^(Bcc|X-Evil):/im);
});

test('a 24 MB attachment travels through the upload address', async () => {
  const bytes = new Uint8Array(24 * 1024 * 1024);
  const google = fakeGoogle(() => sent, {
    [fileId]: { name: 'big.bin', mediaType: 'application/octet-stream', bytes },
  });

  await expect(google.run(sendMail, { ...input, attachments: [{ fileId }] })).resolves.toMatchObject({
    messageId: 'm1',
  });

  const [request] = google.http.seen;
  expect(request!.url.href).toMatch(
    /^https:\/\/gmail\.googleapis\.com\/upload\/gmail\/v1\/users\/me\/messages\/send\?uploadType=/,
  );
  expect(request!.text.length).toBeGreaterThan(32 * 1024 * 1024);
}, 30_000);

test("a 30 MB attachment is refused with Gmail's limit named, before any call", async () => {
  const google = fakeGoogle(() => sent, {
    [fileId]: { name: 'big.bin', mediaType: 'application/octet-stream', sizeBytes: 30 * 1024 * 1024 },
  });

  await expect(google.run(sendMail, { ...input, attachments: [{ fileId }] })).rejects.toMatchObject({
    code: 'input_invalid',
    message: expect.stringContaining('25 MB'),
  });
  await expect(
    sendMail.before!(google.contextFor(sendMail), sendMail.input.parse({ ...input, attachments: [{ fileId }] })),
  ).rejects.toMatchObject({ details: { errors: [{ path: '/attachments' }] } });
  expect(google.http.seen).toHaveLength(0);
});

test('R-1 an unclear send is looked for by its Message-ID', async () => {
  const google = fakeGoogle(() => ({ json: { messages: [{ id: 'm1', threadId: 't1' }] } }));

  const found = await sendMail.recover!(google.contextFor(sendMail), sendMail.input.parse(input));

  expect(found).toMatchObject({ messageId: 'm1' });
  expect(google.http.seen[0]!.url.searchParams.get('q')).toBe(`rfc822msgid:${marker}@example.com`);
});

const rawOf = (json: unknown): string => Buffer.from((json as { raw: string }).raw, 'base64url').toString('utf8');
