import type { OAuth2Declaration } from '@switchboard/provider-kit';

/**
 * What a person lets the hub do at Notion. Notion knows no scopes: at its consent a person chooses pages, and what an app may do
 * with them is set in the app. What was chosen here is kept by the hub.
 * @see https://developers.notion.com/reference/capabilities (2026-11-21)
 */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and e-mail address, to show which account is connected.',
    scopes: [],
    required: true,
  },
  'pages.read': {
    title: 'See pages',
    description:
      'See the pages and databases you choose at Notion, with their comments and the people of the workspace.',
    scopes: [],
  },
  'pages.write': {
    title: 'Change pages',
    description:
      'Add, change, and move to the trash pages and rows, each time after your yes. Seeing them is included.',
    scopes: [],
    includes: ['pages.read'],
  },
  'comments.write': {
    title: 'Comment on pages',
    description: 'Write comments on pages, each time after your yes. Seeing pages is included.',
    scopes: [],
    includes: ['pages.read'],
  },
} satisfies OAuth2Declaration['features'];
