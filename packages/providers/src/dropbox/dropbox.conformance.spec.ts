import { stone } from '@switchboard/testing/descriptions/stone';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { dropbox } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/dropbox');
const folders = ['/', '/Harborline', '/Quillworks/Copy', '/Nowhere', 'id:ada-folder-studio', 'id:ada-contract'];

describeConformance(dropbox, {
  description: () => stone(folder, ['files', 'sharing', 'users', 'auth']),
  // A card calls the item by its name where the connection may look it up.
  alsoNeeds: { share_link: ['files.read'] },
  overrides: {
    itemId: fc.constantFrom(
      'id:ada-contract',
      'id:ada-export-sample',
      '/Quillworks',
      '/Studio/Lease renewal.pdf',
      'id:gone',
    ),
    folderId: fc.constantFrom(...folders),
    toFolderId: fc.constantFrom(...folders),
    rev: fc.constantFrom('5f0000000a3', '5f0000000a4', '5f0000000ff'),
    cursor: fc.constantFrom('AAbm8', 'links20'),
    url: fc.constantFrom(
      'https://www.dropbox.com/scl/fi/adaproofs/Proof%20pages.pdf?rlkey=ada&dl=0',
      'https://example.com/x',
    ),
  },
});
