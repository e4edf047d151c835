import { defineProvider, type OAuth2Declaration, type ProviderDeclaration } from '@switchboard/provider-kit';
import type { EvilPeer } from '@switchboard/testing';

/** A provider whose OAuth server is the peer of a test. */
export const peerProvider = (peer: EvilPeer, changes: Partial<OAuth2Declaration> = {}): ProviderDeclaration =>
  defineProvider({
    id: 'peer',
    title: 'Peer',
    description: 'A provider for tests.',
    docsUrl: 'https://peer.test/docs',
    auth: {
      oauth: {
        ...peer.oauth,
        baseFeatures: ['identity'],
        features: {
          identity: { title: 'Who you are', description: 'Your name.', scopes: ['openid', 'email'], required: true },
          'notes.read': { title: 'Read notes', description: 'See your notes.', scopes: ['notes.read'] },
          'notes.write': {
            title: 'Write notes',
            description: 'Change your notes.',
            scopes: ['notes.write'],
            includes: ['notes.read'],
          },
        },
        ...changes,
      } as OAuth2Declaration,
    },
    api: { baseUrl: 'https://peer.test/api', hosts: ['https://peer.test'] },
    explain: () => ({ kind: 'rejected' }),
    actions: [],
  });
