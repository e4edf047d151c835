import { expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { asana } from './index.ts';

const harborline = '1200000000000101';
const quay = '1200000000001003';
const jonas = { account: 'jonas.weld.demo@gmail.com' };
const titles = (tasks: { title: string }[]): string[] => tasks.map(({ title }) => title);

test('a task that is added is seen, found by its run, and gone after undo', async () => {
  await using account = await SandboxAccount.start(asana);
  const input = { title: 'Send the berth list', listId: harborline, dueOn: '2026-12-01' };

  const done = await account.run('create_task', input);
  const seen = await account.run('get_task', { taskId: done.output.id });
  const recovered = await done.recover();
  await done.undo();

  expect(seen.output).toMatchObject({
    title: 'Send the berth list',
    dueOn: '2026-12-01',
    listTitle: 'Harborline launch',
    done: false,
  });
  expect(recovered).toMatchObject({ id: done.output.id });
  await expect(account.run('get_task', { taskId: done.output.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await done.recover()).toBeUndefined();
});

test('a task without a project becomes one of my own', async () => {
  await using account = await SandboxAccount.start(asana);

  const done = await account.run('create_task', { title: 'Read the tide tables' });
  const { output } = await account.run('search_tasks', {});

  expect(done.output).toMatchObject({ assignee: 'Ada Marsh' });
  expect(titles(output.tasks)).toContain('Read the tide tables');
});

test('the pages of a list follow one another and miss nothing', async () => {
  await using account = await SandboxAccount.start(asana);
  const whole = await account.run('search_tasks', { limit: 100 });

  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await account.run('search_tasks', { limit: 2, ...(cursor && { cursor }) });
    expect(output.tasks.length).toBeLessThanOrEqual(2);
    pages.push(...titles(output.tasks));
    cursor = output.nextCursor;
  } while (cursor);

  expect(pages).toEqual(titles(whole.output.tasks));
  expect(pages.length).toBeGreaterThan(4);
});

test('done tasks are those that are done, open ones the others', async () => {
  await using account = await SandboxAccount.start(asana);

  const open = await account.run('search_tasks', { listId: harborline });
  const done = await account.run('search_tasks', { listId: harborline, done: true });

  expect(titles(done.output.tasks)).toEqual(['Prepare the Harborline kick-off', 'Sign the contract']);
  expect(open.output.tasks).toHaveLength(5);
});

test('words are looked for everywhere where the plan has a search, the newest first and page by page', async () => {
  await using account = await SandboxAccount.start(asana);

  const first = await account.run('search_tasks', { query: 'the', limit: 3 });
  const second = await account.run('search_tasks', { query: 'the', limit: 3, cursor: first.output.nextCursor });

  expect(account.exchanges.some(({ request }) => request.url.pathname.endsWith('/tasks/search'))).toBe(true);
  expect(first.output.tasks).toHaveLength(3);
  expect(titles(second.output.tasks)).not.toEqual(expect.arrayContaining(titles(first.output.tasks)));
});

test('where a workspace has no search, words are looked for among the own tasks', async () => {
  await using account = await SandboxAccount.start(asana, jonas);

  const { output } = await account.run('search_tasks', { query: 'WINTER tyres' });

  expect(account.exchanges.some(({ answer }) => answer.status === 402)).toBe(true);
  expect(titles(output.tasks)).toEqual(['Car service: ask for the winter tyres']);
});

test('a change is taken back to what was, and leaves alone what it did not touch', async () => {
  await using account = await SandboxAccount.start(asana);
  const { output: before } = await account.run('get_task', { taskId: quay });

  const done = await account.run('update_task', { taskId: quay, title: 'Second sketch', dueOn: null });
  await account.run('update_task', { taskId: quay, notes: 'Kept.' });
  await done.undo();

  expect(done.output).toMatchObject({ title: 'Second sketch' });
  expect(done.output).not.toHaveProperty('dueOn');
  const { output: after } = await account.run('get_task', { taskId: quay });
  expect(after).toEqual({ ...before, notes: 'Kept.' });
});

test('the sections that a task could go to are those of its project', async () => {
  await using account = await SandboxAccount.start(asana);

  const { output: ofProject } = await account.run('list_sections', { listId: harborline });
  const { output: ofTask } = await account.run('list_sections', { taskId: quay });

  expect(ofTask).toEqual(ofProject);
  await expect(account.run('list_sections', {})).rejects.toMatchObject({ code: 'input_invalid' });
});

test('sections come from the tasks in them, and a task moves there and back', async () => {
  await using account = await SandboxAccount.start(asana);
  const { output } = await account.run('list_sections', { listId: harborline });
  const done = output.sections.find(({ title }: { title: string }) => title === 'Done');

  const moved = await account.run('move_task', { taskId: quay, sectionId: done.id });
  await moved.undo();

  expect(titles(output.sections).sort()).toEqual(['Done', 'In progress', 'To do']);
  expect(moved.output).toMatchObject({ sectionTitle: 'Done' });
  expect((await account.run('get_task', { taskId: quay })).output).toMatchObject({ sectionTitle: 'In progress' });
});

test('a comment is found again by who wrote it, what and when', async () => {
  await using account = await SandboxAccount.start(asana);
  const input = { taskId: quay, text: 'Blue is better.' };

  const done = await account.run('comment_on_task', input);
  const found = await done.recover();
  const { output } = await account.run('list_comments', { taskId: quay });

  expect(found).toEqual(done.output);
  expect(output.comments).toMatchObject([{ text: 'Blue is better.', author: 'Ada Marsh' }]);
});

test('a file is attached byte for byte under its name', async () => {
  await using account = await SandboxAccount.start(asana);
  const fileId = account.stage({ name: 'Straße "1".txt', mediaType: 'text/plain', bytes: Buffer.from('Quay 4\n') });

  const { output } = await account.run('attach_file', { taskId: quay, fileId });

  const state = (await (
    await fetch(`${account.sandbox.url}/_sandbox/state/ada.marsh.demo@gmail.com?provider=asana`)
  ).json()) as {
    attachments: { gid: string; name: string; size: number }[];
  };
  expect(state.attachments).toMatchObject([{ gid: output.attachmentId, name: 'Straße "1".txt', size: 7 }]);
});

test('a connection that may only look is told which permission is missing', async () => {
  await using account = await SandboxAccount.start(asana, { features: ['tasks.read'] });

  await expect(account.run('complete_task', { taskId: quay })).rejects.toMatchObject({ code: 'scope_missing' });
});

test('too many calls say when to go on', async () => {
  await using account = await SandboxAccount.start(asana);
  const body = JSON.stringify({ family: 'asana', unitsPerMinute: 1 });
  await fetch(`${account.sandbox.url}/_sandbox/quotas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

  const refusal = account.run('list_projects', {});

  await expect(refusal).rejects.toMatchObject({
    code: 'provider_limited',
    details: { retryAfterSeconds: expect.any(Number) },
  });
});
