import { expect, test } from '@jest/globals';
import { beginFlow, getConnection, getConnectionPicture, type RequestInput } from '@switchboard/contracts';
import { providers } from '@switchboard/providers';
import { answerConsent, createSandbox } from '@switchboard/sandbox';
import { complete } from '../testing/connect.ts';
import { browserBinding, startTestAuth } from '../testing/start-test-auth.ts';
import { until } from '../testing/until.ts';

const pictured = ['google', 'asana', 'github', 'todoist', 'box'] as const;

test('every stand-in whose provider has pictures of accounts shows one', async () => {
  const clients = pictured.map((provider) => ({
    provider,
    clientId: 'client',
    clientSecret: 'client-secret-0123456789',
    redirectUris: [`http://localhost:3000/oauth/${provider}/callback`],
  }));
  await using sandbox = await createSandbox({ clients });
  await using auth = await startTestAuth({
    providers: providers.filter(({ id }) => pictured.includes(id as never)),
    originMap: sandbox.originMap,
    clients: Object.fromEntries(clients.map(({ provider, ...client }) => [provider, client])),
  });
  const ada = await auth.signIn();

  for (const provider of pictured) {
    const asked: RequestInput<typeof beginFlow> = { provider, purpose: 'connect', features: [], browserBinding };
    const { authorizationUrl } = await auth.ask(beginFlow, asked, ada);
    const back = await answerConsent(authorizationUrl);
    const { flow } = await complete(auth, Object.fromEntries(back.searchParams), ada, { provider });
    const connectionId = flow.connectionId!;

    await until(async () => (await auth.ask(getConnection, { connectionId }, ada)).account.picture);

    expect((await auth.ask(getConnectionPicture, { connectionId }, ada)).mediaType).toBe('image/png');
  }
});
