import { expect, test } from '@jest/globals';
import type { Task } from '@switchboard/contracts';
import { SandboxAccount } from '../../testing/sandbox-account.ts';
import { createTask } from '../actions/create-task.ts';
import { google } from '../index.ts';

const writing = { features: ['tasks.write'] };
const start = () => SandboxAccount.start(google, writing);
const search = async (account: SandboxAccount, input: object = {}): Promise<Task[]> =>
  (await account.run('search_tasks', input)).output.tasks;
const titles = (tasks: readonly Task[]): string[] => tasks.map(({ title }) => title);

test('a search goes through all lists page by page and misses nothing', async () => {
  await using account = await start();
  const all = await search(account, { limit: 100 });

  const paged: Task[] = [];
  let cursor: string | undefined;
  do {
    const { output } = await account.run('search_tasks', { limit: 2, cursor });
    expect(output.tasks.length).toBeLessThanOrEqual(2);
    paged.push(...output.tasks);
    cursor = output.nextCursor;
  } while (cursor);

  expect(titles(paged)).toEqual(titles(all));
  expect(new Set(all.map(({ listTitle }) => listTitle)).size).toBeGreaterThan(3);
  expect(all.every(({ done }) => !done)).toBe(true);
});

test('words are looked for in titles and notes, and done tasks only where they are asked for', async () => {
  await using account = await start();

  expect(titles(await search(account, { query: 'PLAIN tracking' }))).toEqual(['Write the copy for the tracking page']);
  expect(await search(account, { query: 'contract' })).toEqual([]);
  expect(titles(await search(account, { query: 'contract', done: true }))).toEqual(['Sign the contract']);
});

test('a due day has no time in any zone, and is emptied by null', async () => {
  await using account = await start();

  const made = await account.run('create_task', { title: 'Call', dueOn: '2027-02-28', listId: 'list-quillworks' });
  const taskId = made.output.id;
  const cleared = await account.run('update_task', { taskId, dueOn: null, notes: 'Later' });

  expect(made.output).toMatchObject({ dueOn: '2027-02-28', listTitle: 'Quillworks website' });
  expect(cleared.output).toMatchObject({ notes: 'Later' });
  expect(cleared.output.dueOn).toBeUndefined();
  await cleared.undo();
  expect((await search(account, { query: 'Call' }))[0]).toMatchObject({ dueOn: '2027-02-28' });
});

test('a task whose answer was lost is found by what it says, and by nothing else', async () => {
  await using account = await start();
  const context = account.context(createTask);
  const input = createTask.input.parse({ title: 'Order name tags', notes: 'Sixty' });
  await fetch(`${account.sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: { method: 'POST', path: '/tasks' }, kind: 'reset', after: true, times: 1 }),
  });

  await expect(createTask.run(context, input)).rejects.toMatchObject({ code: 'outcome_unknown' });

  await expect(createTask.recover!(context, input)).resolves.toMatchObject({ title: 'Order name tags' });
  await expect(createTask.recover!(context, { ...input, notes: 'Seventy' })).resolves.toBeUndefined();
});

test('a change is not taken back over a later one', async () => {
  await using account = await start();
  const taskId = 'list-harborline/task-copy';

  const changed = await account.run('update_task', { taskId, title: 'First' });
  await account.run('update_task', { taskId, title: 'Second' });

  await expect(changed.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('ticking off is taken back, unless it was ticked before', async () => {
  await using account = await start();
  const taskId = 'list-quillworks/task-workshop';
  const done = async () => (await search(account, { query: 'workshop', done: true })).length;

  const first = await account.run('complete_task', { taskId });
  const second = await account.run('complete_task', { taskId });
  await second.undo();
  expect(await done()).toBe(1);

  await first.undo();
  expect(await done()).toBe(0);
});

test('a deleted task comes back where it stood, with its subtasks', async () => {
  await using account = await start();
  const before = titles(await search(account, { listId: 'list-own' }));

  const deleted = await account.run('delete_task', { taskId: 'list-own/task-packing' });
  expect(titles(await search(account, { listId: 'list-own' }))).not.toContain('Pack for Lisbon');
  await expect(deleted.recover()).resolves.toMatchObject({ deleted: true });

  await deleted.undo();
  expect(titles(await search(account, { listId: 'list-own' }))).toEqual(before);
  expect(titles(await search(account, { listId: 'list-own', done: true }))).toContain('Charger');
});

test('a task moves to another list and back to its place', async () => {
  await using account = await start();
  const before = titles(await search(account, { listId: 'list-own' }));

  const moved = await account.run('move_task', { taskId: 'list-own/task-insurance', toListId: 'list-studio' });
  expect(moved.output).toMatchObject({ listId: 'list-studio', id: 'list-studio/task-insurance' });
  expect(titles(await search(account, { listId: 'list-studio' }))[0]).toBe('Renew the insurance');

  await moved.undo();
  expect(titles(await search(account, { listId: 'list-own' }))).toEqual(before);
});

test('a new list is taken back only while it is empty', async () => {
  await using account = await start();

  const made = await account.run('create_task_list', { title: 'Open evening' });
  await account.run('create_task', { title: 'Chairs', listId: made.output.id });

  await expect(made.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('an id without its list, and a task of another list as parent, are refused before anything is sent', async () => {
  await using account = await start();
  const sent = account.exchanges.length;

  for (const taskId of ['task-copy', 'a/b/c', '/task-copy'])
    await expect(account.run('complete_task', { taskId })).rejects.toMatchObject({ code: 'input_invalid' });

  expect(account.exchanges).toHaveLength(sent);
  const elsewhere = { taskId: 'list-own/task-insurance', parentId: 'list-studio/task-panel' };
  await expect(account.run('move_task', elsewhere)).rejects.toMatchObject({ code: 'input_invalid' });
});

test('with the permission to see tasks none can be changed', async () => {
  await using account = await SandboxAccount.start(google, { features: ['tasks.read'] });

  await expect(account.run('create_task', { title: 'No' })).rejects.toMatchObject({ code: 'scope_missing' });
});
