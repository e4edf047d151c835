import { expect, test } from '@jest/globals';
import { FakeHttp } from '@switchboard/provider-kit/testing';
import { z } from 'zod';
import { ask } from './graphql.ts';
import { shopify } from './index.ts';

const throttled = (requested: number) => ({
  json: {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: {
      cost: {
        requestedQueryCost: requested,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 },
      },
    },
  },
});
const shop = { json: { data: { shop: { name: 'Fernhill' } } } };
const query = 'query { shop { name } }';
const schema = z.object({ shop: z.object({ name: z.string() }) });
const settings = { shop: 'fernhill-studio' };

test('what Shopify holds back for a moment is asked again, since nothing was done', async () => {
  const fake = FakeHttp.inTurn(throttled(50), shop);

  const answer = await ask({ http: fake.for(shopify, 'read', settings) }, query, {}, schema);

  expect(answer).toEqual({ shop: { name: 'Fernhill' } });
  expect(fake.seen).toHaveLength(2);
});

test('a longer wait is told to the person instead', async () => {
  const fake = FakeHttp.inTurn(throttled(900), shop);

  await expect(ask({ http: fake.for(shopify, 'read', settings) }, query, {}, schema)).rejects.toMatchObject({
    code: 'provider_limited',
    details: { retryAfterSeconds: 9 },
  });
  expect(fake.seen).toHaveLength(1);
});
