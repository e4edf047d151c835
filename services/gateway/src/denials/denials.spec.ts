import { expect, test } from '@jest/globals';
import { MemoryDenialStore } from '../testing/memory-stores.ts';
import { idOf, startGateway } from '../testing/start-gateway.ts';

test('L-2 what a known caller was refused is audited with who, what and why, and nobody in particular is not', async () => {
  const denials = new MemoryDenialStore();
  {
    await using gateway = await startGateway({ denials });
    await gateway.as('ada').get('/api/v1/audit?cursor=canary').expect(403);
    await gateway.nobody().get('/api/v1/audit').expect(401);
  }

  expect(denials.kept).toEqual([
    {
      who: expect.objectContaining({ memberId: idOf('ada'), actor: `session:${idOf('ada')}` }),
      record: {
        event: 'request.denied',
        outcome: 'denied',
        subject: '/api/v1/audit',
        details: { method: 'GET', code: 'not_permitted' },
      },
    },
  ]);
});
