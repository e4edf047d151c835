import type { OAuth2Declaration } from '@switchboard/provider-kit';

/** What a person lets the hub do at Todoist. @see https://developer.todoist.com/api/v1/#tag/Authorization/OAuth (2026-11-21) */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and e-mail address. Todoist has one permission for this and for seeing tasks.',
    scopes: ['data:read'],
    required: true,
  },
  'tasks.read': {
    title: 'See tasks',
    description: 'See your projects, sections, tasks and comments, open and done.',
    scopes: ['data:read'],
  },
  'tasks.write': {
    title: 'Change tasks',
    description:
      'Add, change, complete, comment on and delete tasks, each time after your yes. Seeing them is included.',
    scopes: ['data:read_write', 'data:delete'],
    includes: ['tasks.read'],
  },
} satisfies OAuth2Declaration['features'];
