import { telegramApi } from '@switchboard/testing/descriptions/telegram-api';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { telegram } from './index.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/specs/telegram/api.json');

describeConformance(telegram, {
  description: () => telegramApi(file),
  overrides: {
    chatId: fc.constantFrom('710000001', '-1002100000001', '@fernhill_news', '710000012', '1'),
    messageId: fc.constantFrom('101', '102', '112', '999'),
    replyTo: fc.constantFrom('102', '999'),
    telegramFileId: fc.constantFrom('BQACAgQAAxkBAAIBsketch01', 'gone'),
    url: fc.constantFrom('https://fernhill.example/a.png', 'https://fernhill.example/'),
  },
  undescribedCalls: [
    {
      call: 'GET https://api.telegram.org/file/documents/<segment>',
      why: 'The list has methods only; the address of a file is described in words at https://core.telegram.org/bots/api#getfile.',
    },
  ],
});
