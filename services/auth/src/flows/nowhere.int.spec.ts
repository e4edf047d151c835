import { expect, test } from '@jest/globals';
import { beginFlow } from '@switchboard/contracts';
import { providers } from '@switchboard/providers';
import { browserBinding, startTestAuth } from '../testing/start-test-auth.ts';

const standIn = 'http://127.0.0.1:9/shop';

/** Where a person would be sent who typed this shop's name. */
async function sentTo(shop: string): Promise<string> {
  await using auth = await startTestAuth({
    providers,
    originMap: { 'https://fernhill-studio.myshopify.com': standIn },
    clients: { shopify: { clientId: 'client-1', clientSecret: 'canary-cs-7d2b' } },
  });
  const { session: _session, ...ada } = await auth.signIn();
  const request = { provider: 'shopify', purpose: 'connect' as const, features: ['orders.read'], browserBinding };
  const { authorizationUrl } = await auth.ask(beginFlow, { ...request, settings: { shop } }, ada);
  return authorizationUrl;
}

test('O-6 with a sandbox client nobody is sent to a real shop that happens to have the name they typed', async () => {
  await expect(sentTo('somebody-else')).rejects.toMatchObject({
    code: 'input_invalid',
    message: expect.stringContaining('somebody-else.myshopify.com'),
  });
});

test('a shop that the sandbox has is where its stand-in is, however its name was typed', async () => {
  expect(await sentTo('https://Fernhill-Studio.myshopify.com')).toMatch(`${standIn}/admin/oauth/authorize?`);
});
