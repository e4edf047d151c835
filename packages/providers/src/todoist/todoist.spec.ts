import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { todoist } from './index.ts';

const harborline = '6P00000000000101';
const quay = '6T00000000001003';
const plants = '6T00000000001102';
const titles = (tasks: { title: string }[]): string[] => tasks.map(({ title }) => title);

test('a task that is added is seen, found again, and gone after undo', async () => {
  await using account = await SandboxAccount.start(todoist);
  const input = { title: 'Send the berth list', listId: harborline, dueOn: '2026-12-01', priority: 1 };

  const done = await account.run('create_task', input);
  const seen = await account.run('get_task', { taskId: done.output.id });
  const recovered = await done.recover();
  await done.undo();

  expect(seen.output).toMatchObject({ dueOn: '2026-12-01', listTitle: 'Harborline launch', priority: 1, done: false });
  expect(recovered).toMatchObject({ id: done.output.id });
  await expect(account.run('get_task', { taskId: done.output.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await done.recover()).toBeUndefined();
});

test('a task may be due in words, and words that nobody understands are refused with the reason', async () => {
  await using account = await SandboxAccount.start(todoist);

  const weekly = await account.run('create_task', { title: 'Feed the cat', dueText: 'every monday' });
  const strange = account.run('create_task', { title: 'Sail', dueText: 'when the tide turns' });

  expect(weekly.output).toMatchObject({ repeats: true, dueText: 'every monday', listTitle: 'Inbox' });
  await expect(strange).rejects.toMatchObject({
    code: 'provider_rejected',
    message: expect.stringContaining('Date cannot be parsed'),
  });
});

test('the pages of a list follow one another and miss nothing', async () => {
  await using account = await SandboxAccount.start(todoist);
  const whole = await account.run('search_tasks', { limit: 100 });

  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await account.run('search_tasks', { limit: 7, ...(cursor && { cursor }) });
    expect(output.tasks.length).toBeLessThanOrEqual(7);
    pages.push(...titles(output.tasks));
    cursor = output.nextCursor;
  } while (cursor);

  expect(pages).toEqual(titles(whole.output.tasks));
  expect(pages.length).toBeGreaterThan(14);
});

test('words find open tasks in titles and notes, whatever signs they hold', async () => {
  await using account = await SandboxAccount.start(todoist);
  await account.run('create_task', { title: 'Ask (twice) about R&D!' });

  const found = await account.run('search_tasks', { query: 'r&d! (twice)' });
  const none = await account.run('search_tasks', { query: 'nothing holds this' });

  expect(titles(found.output.tasks)).toEqual(['Ask (twice) about R&D!']);
  expect(none.output.tasks).toEqual([]);
});

test('what was done is listed apart from what is open', async () => {
  await using account = await SandboxAccount.start(todoist);

  const done = await account.run('search_tasks', { listId: harborline, done: true });
  const open = await account.run('search_tasks', { listId: harborline });

  expect(titles(done.output.tasks)).toEqual(expect.arrayContaining(['Sign the contract']));
  expect(titles(open.output.tasks)).not.toContain('Sign the contract');
});

test('a task is ticked off and opened again; one that repeats moves on and cannot be moved back', async () => {
  await using account = await SandboxAccount.start(todoist);
  const before = await account.run('get_task', { taskId: plants });

  const once = await account.run('complete_task', { taskId: quay });
  await once.undo();
  const weekly = await account.run('complete_task', { taskId: plants });

  expect(once.output.done).toBe(true);
  expect((await account.run('get_task', { taskId: quay })).output.done).toBe(false);
  expect(weekly.output.done).toBe(false);
  expect(weekly.output.dueOn > before.output.dueOn).toBe(true);
  await expect(weekly.undo()).rejects.toMatchObject({ code: 'conflict' });
  await expect(weekly.recover()).rejects.toMatchObject({ code: 'outcome_unknown' });
});

test('a change is taken back to what was, a repetition too', async () => {
  await using account = await SandboxAccount.start(todoist);

  const done = await account.run('update_task', { taskId: plants, title: 'Water them', dueOn: null });
  await done.undo();

  expect(done.output).not.toHaveProperty('dueOn');
  expect((await account.run('get_task', { taskId: plants })).output).toMatchObject({
    title: 'Water the plants',
    repeats: true,
    dueText: 'every monday',
  });
});

test('a task moves to another project and back into its section', async () => {
  await using account = await SandboxAccount.start(todoist);

  const moved = await account.run('move_task', { taskId: quay, listId: '6P00000000000102' });
  await moved.undo();

  expect(moved.output).toMatchObject({ listTitle: 'Quillworks website' });
  expect((await account.run('get_task', { taskId: quay })).output).toMatchObject({ sectionId: '6S00000000000112' });
});

test('a comment is found again by who wrote it, what and when', async () => {
  await using account = await SandboxAccount.start(todoist);

  const done = await account.run('comment_on_task', { taskId: quay, text: 'Blue is better.' });
  const { output } = await account.run('list_comments', { taskId: quay });

  expect(await done.recover()).toEqual(done.output);
  expect(output.comments).toMatchObject([{ text: 'Blue is better.', mine: true }]);
});

test('a connection that may only look is told which permission is missing', async () => {
  await using account = await SandboxAccount.start(todoist, { features: ['tasks.read'] });

  await expect(account.run('complete_task', { taskId: quay })).rejects.toMatchObject({ code: 'scope_missing' });
});

test('an access token that ran out is renewed on the way', async () => {
  await using account = await SandboxAccount.start(todoist);
  await fetch(`${account.sandbox.url}/_sandbox/tokens/expire`, { method: 'POST' });

  expect((await account.run('get_task', { taskId: quay })).output.title).toBe('Draw the quay map');
});
