import type { OAuth2Declaration } from '@switchboard/provider-kit';

/** What a person lets the hub do at Dropbox; scopes as Dropbox's own route descriptions name them. */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and e-mail address, and how full your Dropbox is.',
    scopes: ['account_info.read'],
    required: true,
  },
  'files.read': {
    title: 'See files',
    description: 'List, search and download your files and folders.',
    scopes: ['files.metadata.read', 'files.content.read'],
  },
  'files.write': {
    title: 'Change files',
    description: 'Upload, move, copy and delete files and make folders, each time after your yes.',
    scopes: ['files.metadata.read', 'files.content.write'],
  },
  sharing: {
    title: 'Share by link',
    description: 'See, make and remove links that others can open, each time after your yes.',
    scopes: ['sharing.read', 'sharing.write'],
  },
} satisfies OAuth2Declaration['features'];
