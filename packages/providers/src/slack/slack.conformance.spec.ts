import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { isRefusal } from './explain.ts';
import { slack } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/slack');
const times = ['1700000000.000100', '1700000000.000200', '1700000000.000300', '1600000000.000000'];

describeConformance(slack, {
  description: () =>
    openApi(folder, ['slack_web_openapi_v2_without_examples.json'], {
      name: 'Slack Web API, Swagger 2.0 of 2021',
      ignored: ['token'],
      anyScope: true,
      isRefusal,
    }),
  // The scopes of 2021 told a person's from a bot's; methods without a scope are written as `none`.
  implies: { 'chat:write': ['chat:write:user'], 'files:write': ['files:write:user'], 'users:read': ['none'] },
  // A card calls the chat by its name where the connection may read it.
  alsoNeeds: Object.fromEntries(
    [
      'send_message',
      'reply_in_thread',
      'send_file',
      'edit_message',
      'delete_message',
      'add_reaction',
      'remove_reaction',
    ].map((name) => [name, ['messages.read']]),
  ),
  overrides: {
    chatId: fc.constantFrom(
      'C0GENERAL01',
      'C0SUPPLIERS',
      'G0STUDIOOPS',
      'D0ADAPRIYA1',
      'U0MEIOKAFOR',
      'C0NOWHERE01',
      'U0NOBODY',
    ),
    messageId: fc.constantFrom(...times),
    threadId: fc.constantFrom(...times),
    emoji: fc.constantFrom('tada', 'thumbsup', "it's"),
    cursor: fc.constantFrom('2', '7'),
  },
  differs: [
    {
      operations: ['conversations_history', 'conversations_replies'],
      findings: [': unknown parameter include_all_metadata', '200.messages[]: unknown field metadata'],
      why: 'Messages carry metadata since 2022, where it is asked for: https://docs.slack.dev/messaging/message-metadata.',
    },
    {
      operations: ['chat_postMessage'],
      findings: ['body: unknown field metadata'],
      why: 'Messages carry metadata since 2022: https://docs.slack.dev/messaging/message-metadata.',
    },
    {
      operations: ['conversations_history'],
      findings: ['200.messages: 0 items'],
      why: 'A channel may have no messages in the time that is asked for.',
    },
    {
      operations: ['conversations_history'],
      findings: ['200: unknown field response_metadata'],
      why: 'History has pages by cursor: https://docs.slack.dev/apis/web-api/pagination.',
    },
    {
      operations: ['conversations_replies'],
      findings: ['200.messages[]: thread_ts is missing'],
      why: 'A message that nobody answered has no thread: https://docs.slack.dev/reference/methods/conversations.replies.',
    },
    {
      operations: ['conversations_replies'],
      findings: ['200.messages[]: parent_user_id is missing'],
      why: 'The message that began a thread has no parent; the file tells the two kinds apart by the thread alone.',
    },
    {
      operations: ['conversations_replies'],
      findings: ['200.messages[]: unknown field reactions'],
      why: 'Messages of a thread show reactions as others do: https://docs.slack.dev/reference/methods/reactions.get.',
    },
    {
      operations: ['conversations_history', 'conversations_replies'],
      findings: ['refusal.error: invalid_cursor is not one of <any>'],
      why: 'The lists of codes are not complete: https://docs.slack.dev/reference/methods/conversations.history names it.',
    },
    {
      operations: ['chat_postMessage'],
      findings: ['refusal.error: thread_not_found is not one of <any>'],
      why: 'The lists of codes are not complete: https://docs.slack.dev/reference/methods/conversations.replies names it.',
    },
  ],
  undescribedCalls: [
    {
      call: 'GET https://slack.com/api/files.getUploadURLExternal',
      why: 'The way to upload since 2023: https://docs.slack.dev/reference/methods/files.getUploadURLExternal.',
    },
    {
      call: 'POST https://slack.com/api/files.completeUploadExternal',
      why: 'The way to upload since 2023: https://docs.slack.dev/reference/methods/files.completeUploadExternal.',
    },
  ],
});
