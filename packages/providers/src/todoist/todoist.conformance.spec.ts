import fc from 'fast-check';
import { describeConformance } from '../testing/describe-conformance.ts';
import { todoist } from './index.ts';

describeConformance(todoist, {
  description: () => undefined,
  undescribed: 'Todoist publishes its OpenAPI only inside its documentation page; none is among the descriptions.',
  overrides: {
    taskId: fc.constantFrom('6T00000000001002', '6T00000000001003', '6T00000000001101', '6T00000000001102'),
    listId: fc.constantFrom('6P00000000000101', '6P00000000000102'),
    sectionId: fc.constantFrom('6S00000000000112', '6S00000000000113'),
    dueText: fc.constantFrom('tomorrow', 'every monday', 'when the tide turns'),
    cursor: fc.constant(undefined),
  },
});
