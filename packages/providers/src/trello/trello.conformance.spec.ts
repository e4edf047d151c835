import { openApi } from '@switchboard/testing/descriptions/openapi';
import fc from 'fast-check';
import path from 'node:path';
import { describeConformance } from '../testing/describe-conformance.ts';
import { trello } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/specs/trello');
const cards = fc.constantFrom(
  ...['0102', '0103', '0104', '0203', '0405', '9999'].map((id) => `6500000000000000000c${id}`),
);

describeConformance(trello, {
  description: () =>
    openApi(folder, ['swagger.v3.json'], { name: 'Trello OpenAPI', queryInBody: true, openAnswers: true }),
  differs: [
    { where: 'with a body, which is not described', why: 'The description leaves out what many methods answer.' },
    {
      where: 'is no date',
      why: 'Due times are called dates; Trello takes and answers instants.',
    },
    {
      where: 'get-members-id-boards fields:',
      why: 'The description takes one field; Trello takes several with commas between, as it says of other methods.',
    },
    {
      where: 'get-search 200: may not be an object',
      why: 'Search answers an object with a member for each kind of thing.',
    },
    {
      where: 'put-cards-id pos:',
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
