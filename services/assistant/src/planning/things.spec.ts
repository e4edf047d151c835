import { expect, test } from '@jest/globals';
import { filesList, filesSearch, tasksSearch } from '@switchboard/contracts';
import { TestTalk } from '../testing/start-talk.ts';

const lists = [
  { id: 'l1', title: 'Launch' },
  { id: 'l2', title: 'Boat' },
];
const tasks = [
  { id: 't1', title: 'Buy rope', listId: 'l2', listTitle: 'Boat', dueOn: '2026-03-27' },
  { id: 't2', title: 'Write release notes', listId: 'l1', listTitle: 'Launch', dueOn: '2026-04-02' },
  { id: 't3', title: 'Check rope', listId: 'l2', listTitle: 'Boat', dueOn: '2026-03-20' },
  { id: 't4', title: 'Paint the hull', listId: 'l2', done: true },
];
const chats = [
  { id: 'c1', title: '#general' },
  { id: 'c2', title: '#launch-crew' },
  { id: 'c3', title: 'Jonas Weld' },
];
const quill = { provider: 'quill', title: 'Quill', label: 'ada at quill', kinds: ['tasks'] };
const gullwing = { provider: 'gullwing', title: 'Gullwing', label: 'the crew', kinds: ['messages'] };
const stepOf = (plan: { steps: { capability?: unknown; connectionId?: unknown; input: unknown }[] } | undefined) =>
  plan?.steps[0];

test('a task is proposed with its list and its day, and with nothing else', async () => {
  const { plan } = await new TestTalk({ lists }).say('add write the log to my boat list for tomorrow');

  expect(stepOf(plan)).toMatchObject({
    capability: 'tasks.create',
    input: { title: 'write the log', listId: 'l2', dueOn: '2026-03-28' },
  });
});

test('a time of day is not kept, and the card says so', async () => {
  const { plan } = await new TestTalk({ lists }).say('add a task call the bank tomorrow at 5pm');

  expect(stepOf(plan)).toMatchObject({ input: { title: 'call the bank', dueOn: '2026-03-28' } });
  expect(plan).toMatchObject({ warnings: [expect.stringMatching(/day/)] });
});

test('a list that nobody has is asked for, and the one chosen gets the task', async () => {
  const talk = new TestTalk({ lists });
  const asked = await talk.say('add oat milk to my shopping list');
  expect(asked.parts).toContainEqual(expect.objectContaining({ kind: 'choices' }));
  expect(asked.plan).toBeUndefined();

  expect(stepOf((await talk.say('Launch')).plan)).toMatchObject({ input: { title: 'oat milk', listId: 'l1' } });
});

test('tasks that are due are those of the days that were named', async () => {
  const talk = new TestTalk({ lists, tasks });
  const shown = async (text: string) => {
    const { parts } = await talk.say(text);
    const step = parts.find(({ kind }) => kind === 'step') as { output: { tasks: { id: string }[] } } | undefined;
    return step?.output.tasks.map(({ id }) => id);
  };

  expect(await shown('what tasks are due today')).toEqual(['t1']);
  expect(await shown('which tasks are overdue')).toEqual(['t3']);
  expect(await shown('list my tasks')).toEqual(['t1', 't2', 't3']);
  expect(await shown('list the tasks in the launch project')).toEqual(['t2']);
  expect(await shown('show me the tasks that are done')).toEqual(['t4']);
});

test('a task is completed by its title, and where two have it, by choosing', async () => {
  const talk = new TestTalk({ tasks });
  expect(stepOf((await talk.say('mark buy rope as done')).plan)).toMatchObject({
    capability: 'tasks.complete',
    input: { taskId: 't1' },
  });

  const asked = await talk.say('complete the task rope');
  expect(asked.plan).toBeUndefined();

  expect(stepOf((await talk.say('the second one')).plan)).toMatchObject({ input: { taskId: 't3' } });
});

test('a task that nobody has is never another one', async () => {
  const { plan, words } = await new TestTalk({ tasks }).say('complete the task sell the boat');

  expect(plan).toBeUndefined();
  expect(words).toMatch(/no open task called “sell the boat”/);
});

test('“the second one” is the second of the tasks that were listed, at the account that listed it', async () => {
  const talk = new TestTalk({ tasks, others: [quill] });
  await talk.say('list my tasks in Quill');

  const { plan } = await talk.say('complete the second one');

  expect(stepOf(plan)).toMatchObject({ connectionId: expect.stringMatching(/11$/), input: { taskId: 't2' } });
});

test.each([
  ['add buy rope to Quill', /11$/],
  ['add a task buy rope in ada at quill', /11$/],
  ['add a task buy rope', undefined],
])('“%s” goes to the account that it names, by its service or its label', async (text, account) => {
  const { plan } = await new TestTalk({ others: [quill] }).say(text);

  expect(stepOf(plan)).toMatchObject({ input: { title: 'buy rope' } });
  expect(stepOf(plan)?.connectionId).toEqual(account && expect.stringMatching(account));
});

test('two accounts of one service are asked for, and the one chosen gets the task', async () => {
  const talk = new TestTalk({ others: [quill, { ...quill, label: 'ada at work' }] });
  expect((await talk.say('add buy rope to Quill')).words).toMatch(/Which account/);

  const { plan } = await talk.say('the second one');

  expect(stepOf(plan)).toMatchObject({ connectionId: expect.stringMatching(/12$/), input: { title: 'buy rope' } });
});

test('files are looked for by name, and a folder is opened by its own', async () => {
  const files = [
    { id: 'plans', name: 'Plans', kind: 'folder' as const },
    { id: 'map', name: 'Quay map.pdf', folderId: 'plans' },
  ];
  const talk = new TestTalk({ files });

  const found = await talk.say('find the file quay map');
  const listed = await talk.say('list the files in the plans folder');

  expect(talk.readsOf(filesSearch)).toContainEqual(expect.objectContaining({ query: 'quay map' }));
  expect(found.words).toMatch(/1 file/);
  expect(talk.readsOf(filesList)).toEqual([expect.objectContaining({ folderId: 'plans' })]);
  expect(listed.words).toMatch(/1 item in “Plans”/);
});

test('a message goes to the chat that is meant, and where none is, the person chooses', async () => {
  const talk = new TestTalk({ chats, others: [gullwing] });
  const direct = await talk.say('tell Jonas on Gullwing that we sail at nine');
  expect(stepOf(direct.plan)).toMatchObject({
    capability: 'messages.send',
    connectionId: expect.stringMatching(/11$/),
    input: { chatId: 'c3', text: 'we sail at nine' },
  });

  const asked = await talk.say('send a message to #harbour saying we are late');
  expect(asked.plan).toBeUndefined();

  expect(stepOf((await talk.say('the first one')).plan)).toMatchObject({
    input: { chatId: 'c1', text: 'we are late' },
  });
});

test('P-5 what a plan takes from tasks and chats of others counts as read outside', async () => {
  const { plan } = await new TestTalk({ tasks }).say('mark buy rope as done');

  expect(plan).toMatchObject({ tainted: true });
});

test('a permission for tasks that is missing becomes a button for exactly that', async () => {
  const talk = new TestTalk({ features: ['tasks.read'] });

  const { parts, plan } = await talk.say('add a task buy rope');

  expect(parts).toContainEqual(expect.objectContaining({ kind: 'grant', features: ['tasks.write'] }));
  expect(talk.readsOf(tasksSearch)).toEqual([]);
  expect(plan).toBeUndefined();
});
