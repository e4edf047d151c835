import { expect, test } from '@jest/globals';
import { Fixture } from '../fixture.ts';
import { googleAccounts } from './accounts.ts';

test("a person sees an account's tasks, files by folder with who else sees them, and notes", async () => {
  await using fixture = await Fixture.start();
  const { access_token } = await fixture.grant(['drive', 'tasks']);
  const right = { type: 'anyone', role: 'reader' };
  const file = 'https://www.googleapis.com/drive/v3/files/file-contract';
  await fixture.call(access_token, 'POST', `${file}/permissions`, right);
  const tasks = 'https://tasks.googleapis.com/tasks/v1/lists/list-own/tasks';
  await fixture.call(access_token, 'POST', tasks, { title: '<b>Bold</b>' });

  const page = await (await fetch(`${fixture.sandbox.url}/?provider=google&account=${googleAccounts[0]!.id}`)).text();

  expect(page).toContain('&lt;b&gt;Bold&lt;/b&gt;');
  expect(page).toContain('My Drive / Harborline / Data');
  expect(page).toContain('Fernhill Studio (shared drive) / Brand');
  expect(page).toMatch(
    /Contract\.pdf<\/strong>\s*<div class="soft">\s*\d+ bytes · shared with anyone with the link \(reader\)/,
  );
  expect(page).toContain('☐ Passport');
  expect(page).not.toContain('Packing for Chicago.txt');
});
