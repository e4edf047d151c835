import type { OAuth2Declaration } from '@switchboard/provider-kit';

/** What a person lets the hub do at Asana; an app with granular scopes. @see https://developers.asana.com/docs/oauth-scopes (2026-11-21) */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and e-mail address, to show which account is connected.',
    scopes: ['users:read'],
    required: true,
  },
  'tasks.read': {
    title: 'See tasks',
    description: 'See your workspaces, projects and tasks, with their comments and the people in them.',
    scopes: ['workspaces:read', 'projects:read', 'tasks:read', 'stories:read', 'attachments:read'],
  },
  'tasks.write': {
    title: 'Change tasks',
    description: 'Add, change, assign, comment on and delete tasks, each time after your yes. Seeing them is included.',
    scopes: [
      'workspaces:read',
      'projects:read',
      'tasks:read',
      'stories:read',
      'attachments:read',
      'tasks:write',
      'tasks:delete',
      'stories:write',
      'attachments:write',
    ],
    includes: ['tasks.read'],
  },
} satisfies OAuth2Declaration['features'];
