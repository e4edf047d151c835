import { expect, test } from '@jest/globals';
import { GoogleMessage } from './answer.ts';
import { answering, prefixed } from './answering.ts';

const message = (headers: Record<string, string>) =>
  GoogleMessage.parse({
    id: 'm1',
    threadId: 't1',
    payload: { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
  });
const original = {
  From: 'Priya <priya@example.com>',
  To: 'Ada <ada@example.com>, bob@example.com',
  Cc: 'carol@example.com, ADA@example.com, priya@example.com',
  Subject: 'Numbers',
  'Message-ID': '<2@example.com>',
  References: '<1@example.com>',
};

test('a reply goes to its sender, in the thread', () => {
  expect(answering(message(original), 'ada@example.com', false)).toEqual({
    to: [{ email: 'priya@example.com', name: 'Priya' }],
    cc: [],
    subject: 'Re: Numbers',
    references: ['<1@example.com>', '<2@example.com>'],
    threadId: 't1',
  });
});

test('a reply to all leaves out oneself and names nobody twice', () => {
  const { to, cc } = answering(message({ ...original, 'Reply-To': 'desk@example.com' }), 'ada@example.com', true);

  expect(to).toEqual([{ email: 'desk@example.com' }]);
  expect(cc.map(({ email }) => email)).toEqual(['bob@example.com', 'carol@example.com', 'priya@example.com']);
});

test('a reply to a mail of one’s own goes to whom it was written', () => {
  const { to } = answering(
    message({ ...original, From: 'ada@example.com', To: 'bob@example.com' }),
    'ada@example.com',
    false,
  );

  expect(to).toEqual([{ email: 'bob@example.com' }]);
});

test('a forged Message-ID adds no header', () => {
  const { references } = answering(
    message({ ...original, 'Message-ID': '<2@example.com>\r\nBcc: evil@example.com' }),
    undefined,
    false,
  );

  expect(references).toEqual(['<1@example.com>', '<2@example.com>']);
});

test('a prefix is there once', () => {
  expect(prefixed('Re', 're: Numbers')).toBe('re: Numbers');
  expect(prefixed('Fwd', '')).toBe('Fwd:');
});
