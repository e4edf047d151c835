import type { OAuth2Declaration } from '@switchboard/provider-kit';

/** What a person lets the hub do in Box; an app's own settings at Box may narrow it. */
export const features = {
  'files.read': {
    title: 'See files',
    description: 'See, search and download your files and folders, and read comments.',
    scopes: ['root_readonly'],
  },
  'files.write': {
    title: 'Change files',
    description: 'Upload, move, share, comment on and bin files and folders, each time after your yes.',
    scopes: ['root_readwrite'],
    includes: ['files.read'],
  },
} satisfies OAuth2Declaration['features'];
