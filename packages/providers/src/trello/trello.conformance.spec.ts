import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { trello } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/trello');
const cards = fc.constantFrom(
  ...['0102', '0103', '0104', '0203', '0405', '9999'].map((id) => `6500000000000000000c${id}`),
);
const instants = 'Due times are called dates; Trello takes and answers instants.';

describeConformance(trello, {
  description: () =>
    openApi(folder, ['swagger.v3.json'], { name: 'Trello OpenAPI', queryInBody: true, openAnswers: true }),
  differs: [
    {
      operations: [
        'delete-cards-id',
        'delete-cards-id-actions-id-comments',
        'delete-checklists-id',
        'delete-checklists-id-checkitems-idcheckitem',
        'delete-id-idmembers-idmember',
        'get-boards-id-members',
        'get-cards-id-checkitem-idcheckitem',
        'get-cards-id-checklists',
        'get-checklists-id-checkitems',
        'get-lists-id',
        'post-cards-id-idmembers',
        'post-checklists',
        'post-checklists-id-checkitems',
        'put-cards-id-checkitem-idcheckitem',
      ],
      findings: [': answers 200 with a body, which is not described'],
      why: 'The description leaves out what many methods answer.',
    },
    {
      operations: ['get-cards-id', 'post-cards', 'put-cards-id'],
      findings: ['200.due: "<instant>" is no date'],
      why: instants,
    },
    {
      operations: ['get-lists-id-cards', 'get-members-id-cards'],
      findings: ['200[].due: "<instant>" is no date'],
      why: instants,
    },
    { operations: ['post-cards', 'put-cards-id'], findings: ['due: "<instant>" is no date'], why: instants },
    { operations: ['put-cards-id'], findings: ['due: "null" is no date'], why: 'Null takes the due time away.' },
    {
      operations: ['get-members-id-boards'],
      findings: ['fields: name,desc,shortUrl is not one of <any>'],
      why: 'The description takes one field; Trello takes several with commas between, as it says of other methods.',
    },
    {
      operations: ['get-search'],
      findings: ['200: may not be an object'],
      why: 'Search answers an object with a member for each kind of thing.',
    },
    {
      operations: ['put-cards-id'],
      findings: ['pos: <number> is not one of top, bottom'],
      why: 'A place is top, bottom or a number; in a body the number is read here as text.',
    },
  ],
  overrides: {
    cardId: cards,
    taskId: cards,
    listId: fc.constantFrom('6500000000000000000d0101', '6500000000000000000d0203', '6500000000000000000d9999'),
    boardId: fc.constantFrom('6500000000000000000b0001', '6500000000000000000b0004', '6500000000000000000b9999'),
    memberId: fc.constantFrom('6500000000000000000a0001', '6500000000000000000a0003', '6500000000000000000a9999'),
    memberIds: fc.constantFrom([], ['6500000000000000000a0002']),
    checklistId: fc.constantFrom('6500000000000000000e0103', '6500000000000000000e9999'),
    itemId: fc.constantFrom('650000000000000000f10303', '650000000000000000f99999'),
    cursor: fc.constantFrom(undefined, '1'),
  },
});
