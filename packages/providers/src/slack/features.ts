import type { OAuth2Declaration } from '@switchboard/provider-kit';

const kinds = ['channels', 'groups', 'im', 'mpim'];

/** What a person lets the hub do at Slack; scopes of user tokens (https://docs.slack.dev/reference/scopes, read on 2026-11-21). */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, your workspace, and the names of the people in it.',
    scopes: ['users:read'],
    required: true,
  },
  'messages.read': {
    title: 'Read messages',
    description: 'See your channels and direct messages, read and search them.',
    scopes: [...kinds.map((kind) => `${kind}:read`), ...kinds.map((kind) => `${kind}:history`), 'search:read'],
  },
  messages: {
    title: 'Send messages',
    description: 'Write, change and delete messages and react to them as you, each time after your yes.',
    scopes: ['chat:write', 'im:write', 'reactions:write'],
  },
  'files.write': {
    title: 'Send files',
    description: 'Send files to channels and people as you, each time after your yes.',
    scopes: ['files:write', 'im:write'],
  },
} satisfies OAuth2Declaration['features'];
