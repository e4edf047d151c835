import { expect, test } from '@jest/globals';
import { fakeGoogle } from '../testing/fake-google.ts';
import { searchMail } from './search-mail.ts';

const message = {
  id: 'm1',
  threadId: 't1',
  labelIds: ['INBOX', 'UNREAD', 'Label_7'],
  snippet: 'Ada&#39;s numbers',
  internalDate: '1795251600000',
  payload: {
    mimeType: 'multipart/mixed',
    parts: [{ mimeType: 'application/pdf', filename: 'a.pdf' }],
    headers: [
      { name: 'From', value: '=?UTF-8?Q?Ad=C3=A1?= <ada@example.com>' },
      { name: 'To', value: 'Bob <bob@example.com>, carol@example.com' },
      { name: 'Subject', value: 'Numbers' },
    ],
  },
};

test('a search lists each message with its people, labels by name and attachments', async () => {
  const google = fakeGoogle(({ url }) => {
    if (url.pathname.endsWith('/messages'))
      return {
        json: {
          messages: [
            { id: 'm1', threadId: 't1' },
            { id: 'gone', threadId: 't2' },
          ],
          resultSizeEstimate: 2,
        },
      };
    if (url.pathname.endsWith('/labels')) return { json: { labels: [{ id: 'Label_7', name: 'Work', type: 'user' }] } };
    return url.pathname.endsWith('/m1')
      ? { json: message }
      : { status: 404, json: { error: { code: 404, message: 'Not found' } } };
  });

  const output = await google.run(searchMail, { query: 'numbers', from: 'Ada "x" OR', unread: true });

  expect(google.http.seen[0]!.url.searchParams.get('q')).toBe('numbers from:"Ada x OR" is:unread');
  expect(output).toMatchObject({
    messages: [
      {
        id: 'm1',
        from: { email: 'ada@example.com', name: 'Adá' },
        to: [{ email: 'bob@example.com', name: 'Bob' }, { email: 'carol@example.com' }],
        snippet: "Ada's numbers",
        unread: true,
        labels: ['INBOX', 'UNREAD', 'Work'],
        hasAttachments: true,
      },
    ],
  });
});
