import type { DescribedRequest } from '@switchboard/testing/descriptions/api-description';
import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { zoho } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/zoho/crm-v8.0');
const record = (series: number) => (at: number) => `4876876000000${series}${String(at).padStart(5, '0')}`;
const ids = (series: number) => fc.constantFrom(...[1, 2, 77].map(record(series)));
const stamped = ['Created_By', 'Created_Time', 'Modified_By', 'Modified_Time'];
const stored = ['$attachments', '$editable', '$is_shared_to_client', '$size', '$state', '$voice_note'];
const unwritten =
  'Zoho publishes no machine-readable description of Zoho Mail; https://www.zoho.com/mail/help/api/ tells it in words.';
const operationOf: Readonly<Record<string, string>> = { GET: 'READ', POST: 'CREATE', PUT: 'UPDATE', DELETE: 'DELETE' };

/** The scopes of a call by the module that it names last; a search wants its own beside. */
function narrowScopes({ method, url }: DescribedRequest): string[] {
  const segments = url.pathname.split('/');
  const module = segments.findLast((segment) => /^[A-Z]/.test(segment)) ?? '';
  return [
    `ZohoCRM.modules.${module.toLowerCase()}.${operationOf[method]}`,
    ...(segments.at(-1) === 'search' ? ['ZohoSearch.securesearch.READ'] : []),
  ];
}

describeConformance(zoho, {
  description: () =>
    openApi(folder, ['record.json', 'notes.json'], {
      name: 'Zoho CRM v8 OpenAPI 3.0',
      servers: ['https://www.zohoapis.com'],
    }),
  overrides: {
    leadId: ids(3),
    contactId: ids(2),
    dealId: ids(4),
    recordId: ids(4),
    taskId: ids(5),
    stage: fc.constantFrom('Qualification', 'Proposal', 'Closed Won'),
    status: fc.constantFrom('Contacted', 'Qualified'),
    source: fc.constantFrom('Referral', 'Partner'),
    messageId: fc.constantFrom('9000000002014-1709876190693100001', '9000000002014-1709876190693100099'),
    cursor: fc.constantFrom('1', '2'),
  },
  differs: [
    {
      operations: ['Get Records', 'Get Notes', 'Search Records'],
      findings: [': answers 204, which is not described'],
      why: 'The description leaves out 204 for nothing found; https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html has it.',
    },
    {
      operations: ['Create Records', 'Create Notes'],
      findings: [': answers 201, which is not described'],
      why: 'The description leaves out 201 for a record added; https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html has it.',
    },
    {
      operations: ['Create Notes'],
      findings: ['Note_Title', 'Owner', 'id', ...stamped, ...stored].map((name) => `body.data[]: ${name} is missing`),
      why: 'The description wants a new note to have what only a stored one has; https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html asks for the content and what it is about.',
    },
    {
      operations: ['Get Notes'],
      findings: [': ids is missing'],
      why: 'The description wants ids in a list of notes; https://www.zoho.com/crm/developer/docs/api/v8/get-notes.html leaves them to the caller.',
    },
  ],
  undescribedCalls: [
    ...[
      'accounts',
      'accounts/<segment>/folders',
      'accounts/<segment>/messages/view',
      'accounts/<segment>/messages/search',
      ...['attachmentinfo', 'content', 'details'].map(
        (name) => `accounts/<segment>/folders/<segment>/messages/<segment>/${name}`,
      ),
    ].map((path) => ({ call: `GET https://mail.zoho.com/api/${path}`, why: unwritten })),
    ...['messages', 'messages/attachments'].map((path) => ({
      call: `POST https://mail.zoho.com/api/accounts/<segment>/${path}`,
      why: unwritten,
    })),
  ],
  narrower: {
    scopesOf: narrowScopes,
    why: 'The description names one scope for everything; the narrower ones, by module and by what is done, are at https://www.zoho.com/crm/developer/docs/api/v8/scopes.html.',
  },
  alsoNeeds: { send_mail: ['mail.read'] },
});
