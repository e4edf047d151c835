import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { asana } from './index.ts';

const specs = path.resolve(import.meta.dirname, '../../../../../shared/specs/asana');
const compact =
  'Lists are described in their compact form only; `opt_fields` adds what is asked for, as https://developers.asana.com/docs/inputoutput-options tells.';
const unassigned =
  'A task that nobody does has no assignee, and Asana answers null; the description forgets to say so.';

describeConformance(asana, {
  description: () => openApi(specs, ['asana_oas.yaml'], { name: 'Asana OpenAPI 1.0' }),
  overrides: {
    taskId: fc.constantFrom('1200000000001002', '1200000000001003', '1200000000001101'),
    listId: fc.constantFrom('1200000000000101', '1200000000000102'),
    sectionId: fc.constantFrom('1200000000000112', '1200000000000113'),
    workspaceId: fc.constant('1200000000000001'),
    assigneeId: fc.constantFrom('1200000000000011', '1200000000000013'),
    cursor: fc.constant(undefined),
  },
  differs: [
    {
      operations: ['getTasks', 'searchTasksForWorkspace'],
      findings: [
        'assignee',
        'completed',
        'created_at',
        'due_at',
        'due_on',
        'memberships',
        'notes',
        'permalink_url',
      ].map((name) => `200.data[]: unknown field ${name}`),
      why: compact,
    },
    {
      operations: ['getAttachmentsForObject'],
      findings: ['created_at', 'permanent_url', 'size'].map((name) => `200.data[]: unknown field ${name}`),
      why: compact,
    },
    { operations: ['getProjects'], findings: ['200.data[]: unknown field permalink_url'], why: compact },
    { operations: ['getUsers'], findings: ['200.data[]: unknown field email'], why: compact },
    {
      operations: ['createTask', 'createSubtaskForTask'],
      findings: ['201.data.assignee: may not be null'],
      why: unassigned,
    },
    { operations: ['getTask', 'updateTask'], findings: ['200.data.assignee: may not be null'], why: unassigned },
    {
      operations: ['searchTasksForWorkspace'],
      findings: [': unknown parameter limit'],
      why: 'The words of https://developers.asana.com/reference/searchtasksforworkspace name `limit` for the search, its list of parameters does not.',
    },
  ],
});
