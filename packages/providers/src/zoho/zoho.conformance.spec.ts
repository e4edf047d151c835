import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { zoho } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/zoho/crm-v8.0');
const record = (series: number) => (at: number) => `4876876000000${series}${String(at).padStart(5, '0')}`;
const ids = (series: number) => fc.constantFrom(...[1, 2, 77].map(record(series)));

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
      where: 'no operation for GET https://mail.zoho.com',
      why: 'Zoho publishes no machine-readable description of Zoho Mail; https://www.zoho.com/mail/help/api/ tells it in words.',
    },
    {
      where: 'no operation for POST https://mail.zoho.com',
      why: 'Zoho publishes no machine-readable description of Zoho Mail; sending is at post-send-an-email.html there.',
    },
    {
      where: 'answers 204, which is not described',
      why: 'The description leaves out 204 for nothing found; https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html has it.',
    },
    {
      where: 'answers 201, which is not described',
      why: 'The description leaves out 201 for a record added; https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html has it.',
    },
    {
      where: 'Create Notes body.data[0]',
      why: 'The description wants a new note to have what only a stored one has; https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html asks for the content and what it is about.',
    },
    {
      where: 'Get Notes: ids is missing',
      why: 'The description wants ids in a list of notes; https://www.zoho.com/crm/developer/docs/api/v8/get-notes.html leaves them to the caller.',
    },
    {
      where: 'ZohoCRM.modules.all',
      why: 'The notes file spells scopes in small letters and names both; the narrower ones are at the page on scopes.',
    },
    {
      where: 'ZohoCRM.modules.ALL',
      why: 'The description names one scope for everything; the narrower ones are at https://www.zoho.com/crm/developer/docs/api/v8/scopes.html.',
    },
  ],
  alsoNeeds: { send_mail: ['mail.read'] },
});
