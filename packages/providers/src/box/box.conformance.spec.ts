import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { box } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/box');

describeConformance(box, {
  description: () => openApi(folder, ['openapi.json'], { name: 'Box OpenAPI 2024.0' }),
  differs: [
    {
      where: 'shared_link: accessed is missing',
      why: "The description requires a member `accessed` of shared links that it does not define; Box's own examples have `access`.",
    },
    {
      where: 'shared_link: may not be null',
      why: 'The description lets only folders have no shared link; Box answers null for a file without one too.',
    },
    ...['created_at', 'description', 'modified_at', 'parent', 'path_collection', 'shared_link', 'size'].map((name) => ({
      where: `unknown field ${name}`,
      why: `The description knows only short folders in lists; with \`fields\` Box answers ${name} of them too.`,
    })),
  ],
  overrides: {
    itemId: fc.constantFrom('file:7001', 'file:7003', 'folder:5002', 'folder:5004', '7002', 'file:7900', 'file:1', 'x'),
    folderId: fc.constantFrom('folder:5001', 'folder:5004', '0', 'folder:1', undefined),
    toFolderId: fc.constantFrom('folder:5001', 'folder:5006', 'folder:0', 'folder:1'),
    cursor: fc.constantFrom(undefined, '2', Buffer.from('folder-5001#1').toString('base64url')),
  },
});
