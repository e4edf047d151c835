import type { FragmentDeclaration, OAuth2Declaration } from '@switchboard/provider-kit';

const reading = {
  title: 'See boards',
  description: 'See your boards with their lists, cards, comments and members.',
};
const writing = {
  title: 'Change boards',
  description: 'Add, change, move, archive and comment on cards, each time after your yes.',
  includes: ['boards.read'],
};

/** Granular scopes; some of Trello's writing methods want the reading scope too. `offline_access` gives a refresh token. */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name and mail address, to show which account is connected.',
    scopes: ['read:member:trello', 'offline_access'],
    required: true,
  },
  'boards.read': { ...reading, scopes: ['read:board:trello'] },
  'boards.write': { ...writing, scopes: ['read:board:trello', 'write:board:trello'] },
} satisfies OAuth2Declaration['features'];

/** The three wide scopes of the older tokens, of which the account's own is never asked for. */
export const keyFeatures = {
  'boards.read': { ...reading, scopes: ['read'], required: true },
  'boards.write': { ...writing, scopes: ['read', 'write'] },
} satisfies FragmentDeclaration['features'];
