import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { github } from './index.ts';

const specs = path.resolve(import.meta.dirname, '../../../../../shared/specs/github');

describeConformance(github, {
  description: () => openApi(specs, ['api.github.com.subset.json'], { name: 'GitHub OpenAPI 3.0' }),
  overrides: {
    repositoryId: fc.constantFrom(
      'fernhill-studio/harborline-site',
      'ada-marsh/field-notes',
      'fernhill-studio/tidal-map',
    ),
    issueId: fc.constantFrom(
      'fernhill-studio/harborline-site#1',
      'fernhill-studio/harborline-site#3',
      'nobody/nothing#7',
    ),
    pullRequestId: fc.constantFrom('fernhill-studio/harborline-site#5', 'fernhill-studio/harborline-site#6'),
    notificationId: fc.constantFrom('9001', '9002', '1'),
    path: fc.constantFrom('README.md', 'src/quay-map.ts', 'docs', 'nothing here.txt'),
    assignees: fc.subarray(['ada-marsh', 'tomas-lindqvist', 'nobody']),
    cursor: fc.constantFrom(undefined, '2'),
  },
  differs: [
    {
      operations: ['issues/create', 'issues/update', 'search/issues-and-pull-requests'],
      findings: ['422: unknown field status'],
      why: 'GitHub says the status in the body of every refusal; the description of a failed validation leaves it out.',
    },
    {
      operations: ['search/issues-and-pull-requests'],
      findings: ['200.items[].body: may not be null'],
      why: 'An issue without a text has null there, as the description of a single issue says; that of a found one does not.',
    },
    {
      operations: ['repos/get-content'],
      findings: [': answers 200 with application/vnd.github.raw+json, which is not described'],
      why: 'The raw content of a file is told in words only, at https://docs.github.com/rest/repos/contents#get-repository-content.',
    },
  ],
});
