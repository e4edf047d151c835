import { describe, expect, test } from '@jest/globals';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { trello } from './index.ts';

const toDo = '6500000000000000000d0101';
const inProgress = '6500000000000000000d0102';
const elsewhere = '6500000000000000000d0201';
const quay = '6500000000000000000c0103';
const start = (options: Parameters<typeof SandboxAccount.start>[1] = {}) => SandboxAccount.start(trello, options);
const titles = (tasks: readonly { title: string }[]): string[] => tasks.map(({ title }) => title);

describe.each(['oauth', 'key'])('connected by %s', (method) => {
  test('the account is who signed in', async () => {
    await using account = await start({ method, account: 'jonas.weld.demo@gmail.com' });

    expect(account.account).toMatchObject({ subject: '6500000000000000000a0002', name: 'Jonas Weld' });
  });

  test('a card that is added is found, and gone after the undo', async () => {
    await using account = await start({ method });

    const made = await account.run('create_card', { title: 'Name the buoys', listId: toDo, dueOn: '2027-01-05' });
    const { output: found } = await account.run('search_cards', { query: 'buoys' });
    await made.undo();
    const { output: after } = await account.run('search_cards', { query: 'buoys' });

    expect(found.tasks).toMatchObject([{ title: 'Name the buoys', dueOn: '2027-01-05', listTitle: 'To do' }]);
    expect(after.tasks).toEqual([]);
  });

  test('a permission that was not given is missing, not a dead connection', async () => {
    await using account = await start({ method, features: ['boards.read'] });

    await expect(account.run('archive_card', { cardId: quay })).rejects.toMatchObject({ code: 'scope_missing' });
  });
});

test('no token and no key ever stands in an address', async () => {
  await using account = await start({ method: 'key' });

  await account.run('search_cards', { query: 'map' });

  expect(account.exchanges.filter(({ request }) => /[?&](key|token)=/.test(request.url.href))).toEqual([]);
});

test('people on several boards are listed once', async () => {
  await using account = await start();

  const { output } = await account.run('list_members', {});

  const names = output.members.map(({ name }: { name: string }) => name);
  expect(names).toHaveLength(6);
  expect(new Set(names).size).toBe(6);
});

test('a card without a list asks which, and writes nothing', async () => {
  await using account = await start();

  await expect(account.run('create_card', { title: 'Somewhere' })).rejects.toMatchObject({
    code: 'input_invalid',
    details: { choices: expect.arrayContaining([{ id: toDo, label: 'Harborline launch: To do' }]) },
  });
  expect(account.exchanges.filter(({ request }) => request.method !== 'GET')).toEqual([]);
});

test('R-1 a card whose answer was lost is found, and one of the same name from before is not taken for it', async () => {
  await using account = await start();
  const action = trello.actions.find(({ name }) => name === 'create_card')!;
  const input = action.input.parse({ title: 'Draw the quay map', listId: inProgress });

  expect(await action.recover!(account.context(action), input)).toBeUndefined();

  const { output, recover } = await account.run('create_card', { title: 'Draw the quay map', listId: inProgress });
  expect(await recover()).toMatchObject({ id: output.id });
});

test('a card moves to another board and back', async () => {
  await using account = await start();

  const moved = await account.run('move_card', { cardId: quay, listId: elsewhere, position: 'top' });
  const { output: there } = await account.run('search_cards', { listId: elsewhere });
  await moved.undo();
  const { output: back } = await account.run('read_card', { cardId: quay });

  expect(titles(there.tasks)[0]).toBe('Draw the quay map');
  expect(back).toMatchObject({ listId: inProgress, boardId: '6500000000000000000b0001' });
});

test('what was changed again since is left as it is', async () => {
  await using account = await start();
  const dated = await account.run('update_card', { taskId: quay, dueOn: '2027-02-01' });
  await account.run('update_card', { taskId: quay, dueOn: '2027-03-01' });

  await expect(dated.undo()).rejects.toMatchObject({ code: 'conflict' });
});

test('a due date is taken away, and comes back with the undo', async () => {
  await using account = await start();

  const cleared = await account.run('update_card', { taskId: quay, dueOn: null });
  await cleared.undo();

  expect(cleared.output.dueOn).toBeUndefined();
  expect(cleared.before).toMatchObject({ dueOn: expect.any(String) });
  expect((await account.run('read_card', { cardId: quay })).output.dueOn).toBeDefined();
});

test('an archived card is in no list until it is put back', async () => {
  await using account = await start();

  const archived = await account.run('archive_card', { cardId: quay });
  const { output: without } = await account.run('search_cards', { listId: inProgress });
  await archived.undo();
  const { output: again } = await account.run('search_cards', { listId: inProgress });

  expect(titles(without.tasks)).not.toContain('Draw the quay map');
  expect(titles(again.tasks)).toContain('Draw the quay map');
});

test('pages of a list follow on each other', async () => {
  await using account = await start();
  const first = await account.run('search_cards', { listId: toDo, limit: 2 });
  const second = await account.run('search_cards', { listId: toDo, limit: 2, cursor: first.output.nextCursor });

  expect(titles([...first.output.tasks, ...second.output.tasks])).toEqual([
    'Write the copy for the tracking page',
    'Dry run of the launch',
    'Send the first invoice to Harborline',
  ]);
  expect(second.output.nextCursor).toBeUndefined();
});

test('a limit says how long its window is', async () => {
  await using account = await start();
  const limit = JSON.stringify({ family: 'trello', unitsPerMinute: 1 });
  await fetch(`${account.sandbox.url}/_sandbox/quotas`, { method: 'POST', body: limit });

  await expect(account.run('read_card', { cardId: quay })).rejects.toMatchObject({
    code: 'provider_limited',
    details: { retryAfterSeconds: 10 },
  });
});
