import { expect, test } from '@jest/globals';
import { understand } from './understand.ts';

const context = { now: '2026-11-20T09:00:00Z', timeZone: 'Europe/Berlin' };
const read = (text: string) => understand(text, context);

test.each([
  ['add a task to call the plumber', 'call the plumber', undefined, undefined],
  ['add buy milk to my to-do list for tomorrow', 'buy milk', '2026-11-21', undefined],
  ['put oat milk on the shopping list', 'oat milk', undefined, 'shopping'],
  ['create a task review the quay map due Friday', 'review the quay map', '2026-11-27', undefined],
  ['add a task for tomorrow: buy rope', 'buy rope', '2026-11-21', undefined],
  ['todo: renew passport', 'renew passport', undefined, undefined],
  ['add a card fix login bug to the sprint board', 'fix login bug', undefined, 'sprint'],
  ['add "call to the bank" to my tasks', 'call to the bank', undefined, undefined],
  ['please add a task prepare Monday’s meeting', 'prepare Monday’s meeting', undefined, undefined],
  ['add write the report to the launch project by 1 December', 'write the report', '2026-12-01', 'launch'],
])('"%s" adds the task “%s”', (text, title, day, within) => {
  const { intent, slots, needs, missing } = read(text);

  expect(intent).toBe('tasks.create');
  const { start, end } = slots.when?.value ?? {};
  expect([slots.title?.value, (start ?? end)?.slice(0, 10), slots.within?.value]).toEqual([title, day, within]);
  expect(needs).toEqual(['tasks.write']);
  expect(missing).toEqual([]);
});

test.each([
  ['what are my tasks', {}],
  ['which tasks are overdue', { overdue: true }],
  ['show me the tasks that are done', { done: true }],
  ['list the tasks in the launch project', { within: 'launch' }],
  ['find tasks about the harbour', { query: 'the harbour' }],
  ['is the logo task done', { query: 'logo' }],
])('"%s" lists tasks', (text, wanted) => {
  const { intent, slots, needs } = read(text);
  const said = Object.entries(slots).map(([name, found]) => [name, (found as { value: unknown }).value]);

  expect(intent).toBe('tasks.list');
  expect(Object.fromEntries(said)).toEqual(wanted);
  expect(needs).toEqual(['tasks.read']);
});

test('tasks that are due have the days that are meant', () => {
  expect(read('what tasks are due today').slots.when?.value).toMatchObject({ start: '2026-11-20' });
  expect(read('what is due next week').slots.when?.value).toMatchObject({ start: '2026-11-23', end: '2026-11-30' });
});

test.each([
  ['mark buy milk as done', 'tasks.complete', 'buy milk'],
  ['complete the task buy milk', 'tasks.complete', 'buy milk'],
  ['tick off buy rope', 'tasks.complete', 'buy rope'],
  ['I finished the release notes task', 'tasks.complete', 'release notes'],
  ['the task buy rope is done', 'tasks.complete', 'buy rope'],
  ['mark "call to the bank" as done', 'tasks.complete', 'call to the bank'],
  ['delete the task buy rope', 'tasks.delete', 'buy rope'],
  ['remove milk from my shopping list', 'tasks.delete', 'milk'],
])('"%s" is %s of “%s”', (text, intent, target) => {
  const understood = read(text);

  expect(understood.intent).toBe(intent);
  expect(understood.slots.target?.value).toBe(target);
  expect(understood.needs).toEqual(['tasks.read', 'tasks.write']);
});

test('a task that is not named is asked for, and one that was listed is not', () => {
  expect(read('complete the task').missing).toEqual(['target']);
  expect(read('complete the second one')).toMatchObject({ intent: 'tasks.complete', slots: { ordinal: { value: 2 } } });
});

test.each([
  ['mark the mail from Bob as read', 'mail.label'],
  ['schedule a meeting about the open tasks tomorrow at 3', 'calendar.create'],
  ['cancel my meeting tomorrow', 'calendar.cancel'],
  ['find emails about the launch task', 'mail.search'],
  ['what do I have on Monday', 'calendar.list'],
  ['add Priya to the lunch', 'calendar.update'],
  ['my card got declined at the shop', 'out_of_scope'],
])('"%s" is no task', (text, intent) => {
  expect(read(text).intent).toBe(intent);
});

test('another day, another name and another list change the task that is open', () => {
  const openFrame = { intent: 'tasks.create', slots: read('add a task buy rope').slots } as const;
  const change = (text: string) => understand(text, { ...context, openFrame }).merged?.slots;

  expect(change('make it Friday')?.when?.value.start).toBe('2026-11-27');
  expect(change('call it buy a long rope')?.title?.value).toBe('buy a long rope');
  expect(change('put it on the boat list')).toMatchObject({ within: { value: 'boat' }, title: { value: 'buy rope' } });
});
