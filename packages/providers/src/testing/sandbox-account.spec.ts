import { expect, test } from '@jest/globals';
import { createSandbox } from '@switchboard/sandbox';
import { google } from '../google/index.ts';
import { sandboxClient } from './sandbox-client.ts';
import { SandboxAccount } from './sandbox-account.ts';

test('an account is connected by the declared flow, and its actions run with what it may', async () => {
  await using ada = await SandboxAccount.start(google, { account: 'ada.marsh.demo@gmail.com' });

  const { output } = await ada.run('list_calendars', {});

  expect(ada.account).toMatchObject({ email: 'ada.marsh.demo@gmail.com', subject: expect.any(String) });
  expect(output.calendars.length).toBeGreaterThan(0);
  expect(ada.exchanges.at(-1)).toMatchObject({
    request: { method: 'GET', link: false },
    answer: { status: 200 },
  });
  expect(ada.exchanges.at(-1)!.request.headers).not.toHaveProperty('authorization');
});

test('a connection with too few features is refused by the sandbox', async () => {
  await using ada = await SandboxAccount.start(google, { features: ['mail.read'] });

  await expect(ada.run('list_calendars', {})).rejects.toMatchObject({ code: 'scope_missing' });
});

test('an access token that ran out is renewed once', async () => {
  await using ada = await SandboxAccount.start(google);
  await fetch(`${ada.sandbox.url}/_sandbox/tokens/expire`, { method: 'POST' });

  await expect(ada.run('list_calendars', {})).resolves.toBeDefined();
});

test('two accounts share a sandbox', async () => {
  await using sandbox = await createSandbox({ clients: [sandboxClient('google')] });
  await using ada = await SandboxAccount.start(google, { sandbox });
  await using jonas = await SandboxAccount.start(google, { sandbox, account: 'jonas.weld.demo@gmail.com' });

  expect(jonas.account.subject).not.toBe(ada.account.subject);
});
