import { expect, test } from '@jest/globals';
import { MailMessage } from '@switchboard/contracts';
import { GoogleMessage } from './answer.ts';
import { attachmentParts, peopleOf, toMessage } from './parse.ts';
import { decodeText, decodeWords } from './text.ts';

const data = (text: string | Uint8Array) => Buffer.from(text as string).toString('base64url');
const message = GoogleMessage.parse({
  id: 'm1',
  threadId: 't1',
  labelIds: ['INBOX'],
  internalDate: '1795251600000',
  payload: {
    mimeType: 'multipart/mixed',
    headers: [
      { name: 'From', value: '"Doe, Jane" <jane@example.com>' },
      { name: 'To', value: 'Team: a@example.com, b@example.com;' },
      { name: 'Reply-To', value: 'desk@example.com' },
      { name: 'Subject', value: '=?utf-8?B?8J+OiSBQYXJ0eQ==?= =?utf-8?Q?_tonight?=' },
      { name: 'Message-Id', value: '<1@example.com>' },
    ],
    parts: [
      {
        mimeType: 'multipart/alternative',
        parts: [
          {
            partId: '0.0',
            mimeType: 'text/plain',
            headers: [{ name: 'Content-Type', value: 'text/plain; charset="ISO-8859-1"' }],
            body: { data: data(new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65])) },
          },
          { partId: '0.1', mimeType: 'text/html', body: { data: data('<p>שלום</p>') } },
        ],
      },
      {
        partId: '1',
        mimeType: 'application/pdf',
        filename: '=?UTF-8?Q?=C3=9Cbersicht.pdf?=',
        body: { size: 9, attachmentId: 'A' },
      },
      { partId: '2', mimeType: 'text/plain', filename: 'notes.txt', body: { size: 3, attachmentId: 'B' } },
    ],
  },
});

test('a message gives its people, subject, both texts in their charset and its attachments', () => {
  const read = MailMessage.parse(toMessage(message));

  expect(read).toMatchObject({
    from: { email: 'jane@example.com', name: 'Doe, Jane' },
    to: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
    replyTo: [{ email: 'desk@example.com' }],
    subject: '🎉 Party tonight',
    messageId: '<1@example.com>',
    text: 'Grüße',
    html: '<p>שלום</p>',
    hasAttachments: true,
    attachments: [
      { id: '1', name: 'Übersicht.pdf', mediaType: 'application/pdf', sizeBytes: 9 },
      { id: '2', name: 'notes.txt', mediaType: 'text/plain', sizeBytes: 3 },
    ],
  });
  expect(attachmentParts(message.payload)).toHaveLength(2);
});

test('a message without headers is read all the same', () => {
  const bare = GoogleMessage.parse({ id: 'm', threadId: 't' });

  expect(MailMessage.parse(toMessage(bare))).toMatchObject({ from: { email: '' }, subject: '', attachments: [] });
  expect(peopleOf(bare, 'to')).toEqual([]);
});

test('a charset that does not exist falls back instead of failing', () => {
  expect(decodeText(new Uint8Array([0xe4]), 'x-unknown')).toBe('ä');
  expect(decodeText(Buffer.from('ä'), 'us-ascii')).toBe('ä');
  expect(decodeWords('=?x-unknown?Q?=E4?= and plain')).toBe('ä and plain');
});
