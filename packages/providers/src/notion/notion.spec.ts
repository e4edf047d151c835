import { expect, test } from '@jest/globals';
import { createSandbox } from '@switchboard/sandbox';
import { SandboxAccount } from '../testing/sandbox-account.ts';
import { sandboxClient } from '../testing/sandbox-client.ts';
import { notion } from './index.ts';

const handbook = '15000000-0000-4000-8000-000000000001';
const notes = '15000000-0000-4000-8000-000000000002';
const task = '15000000-0000-4000-8000-000000000102';
const tasks = '16000000-0000-4000-8000-000000000002';

test('a page is added, found, written to, read, and each step is taken back', async () => {
  await using ada = await SandboxAccount.start(notion);
  const made = await ada.run('create_page', {
    pageId: notes,
    title: 'Launch day',
    text: 'Who does what:\n- Ada: page',
  });
  const pageId = made.output.id as string;

  const found = await ada.run('search_pages', { query: 'launch day' });
  const added = await ada.run('append_text', { pageId, text: '- Tomas: export\nMore later.' });
  const read = await ada.run('read_page', { pageId });
  await added.undo();
  const after = await ada.run('read_page', { pageId });
  await made.undo();

  expect(found.output.pages).toEqual([expect.objectContaining({ id: pageId, title: 'Launch day' })]);
  expect(read.output).toMatchObject({
    text: 'Who does what:\n- Ada: page\n- Tomas: export\nMore later.',
    isWhole: true,
  });
  expect(after.output.text).toBe('Who does what:\n- Ada: page');
  expect((await ada.run('search_pages', { query: 'launch day' })).output.pages).toEqual([]);
});

test('nested lists are read with their depth, pages inside by their names', async () => {
  await using ada = await SandboxAccount.start(notion);

  const { output } = await ada.run('read_page', { pageId: handbook });

  expect(output.text).toContain('# How we work\n');
  expect(output.text).toContain('- What was decided is written down the same day.\n  - One line is enough.');
  expect(output.text).toMatch(/- \[ \] Update the list of suppliers\nSuppliers$/);
});

test('properties of a row are set by their names and go back to what they were', async () => {
  await using ada = await SandboxAccount.start(notion);
  const properties = [
    { name: 'Status', value: 'Done' },
    { name: 'Due', value: '' },
  ];
  const old = (await ada.run('read_page', { pageId: task })).output.properties;

  const done = await ada.run('update_page', { pageId: task, title: 'Checked', properties });
  await done.undo();

  expect(done.before).toMatchObject({ title: 'Check the data export sample' });
  expect(done.output).toMatchObject({ title: 'Checked', properties: { Status: 'Done' } });
  expect(done.output.properties).not.toHaveProperty('Due');
  expect((await ada.run('read_page', { pageId: task })).output).toMatchObject({
    title: 'Check the data export sample',
    properties: old,
  });
});

test.each([
  [[{ name: 'Size', value: '7' }], 'There is no property "Size".'],
  [[{ name: 'Due', value: 'tomorrow' }], 'A date is written as YYYY-MM-DD.'],
  [[{ name: 'Assignee', value: 'Ada' }], '"Assignee" cannot be set from here.'],
])('%j is refused before anything is sent', async (properties, message) => {
  await using ada = await SandboxAccount.start(notion);

  await expect(ada.run('update_page', { pageId: task, properties })).rejects.toMatchObject({
    code: 'input_invalid',
    message,
  });
  expect(ada.exchanges.every(({ request }) => request.method === 'GET')).toBe(true);
});

test('an option that a status does not have is refused with the reason of Notion', async () => {
  await using ada = await SandboxAccount.start(notion);

  await expect(
    ada.run('update_page', { pageId: task, properties: [{ name: 'Status', value: 'Paused' }] }),
  ).rejects.toMatchObject({ code: 'provider_rejected', details: { reason: expect.stringContaining('Paused') } });
});

test('R-1 a run finds what it wrote; of two alike in one minute it says that it cannot tell', async () => {
  await using ada = await SandboxAccount.start(notion);
  const input = { databaseId: tasks, title: 'Twice the same' };

  const one = await ada.run('create_page', input);
  const found = await one.recover();
  const comment = await ada.run('comment_on_page', { pageId: task, text: 'Done.' });
  await ada.run('create_page', input);

  expect(found).toEqual(one.output);
  expect(await comment.recover()).toEqual(comment.output);
  await expect(one.recover()).rejects.toMatchObject({ code: 'outcome_unknown' });
});

test('R-1 what another person wrote in the same minute is not taken for the run’s own', async () => {
  await using sandbox = await createSandbox({ clients: [sandboxClient('notion')] });
  await using ada = await SandboxAccount.start(notion, { sandbox });
  await using jonas = await SandboxAccount.start(notion, { sandbox, account: 'jonas.weld.demo@gmail.com' });
  const input = { databaseId: tasks, title: 'Same words' };

  await jonas.run('create_page', input);
  const action = notion.actions.find(({ name }) => name === 'create_page')!;

  expect(await action.recover!(ada.context(action), action.input.parse(input))).toBeUndefined();
});

test('a list goes on where its cursor says, and ends', async () => {
  await using ada = await SandboxAccount.start(notion);
  const seen: string[] = [];

  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const { output } = await ada.run('query_database', { databaseId: tasks, limit: 3, cursor });
    seen.push(...output.rows.map(({ id }: { id: string }) => id));
    cursor = output.nextCursor;
  }

  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
});

test('a text longer than Notion takes in one piece arrives whole, no character cut', async () => {
  await using ada = await SandboxAccount.start(notion);
  const text = `${'a'.repeat(1999)}🌊${'b'.repeat(2500)}`;

  await ada.run('append_text', { pageId: notes, text });

  expect((await ada.run('read_page', { pageId: notes })).output.text).toContain(text);
});

test('O-9 what was not shared does not exist', async () => {
  await using ada = await SandboxAccount.start(notion);

  await expect(ada.run('read_page', { pageId: '15000000-0000-4000-8000-000000000003' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('access that ended is renewed with the refresh token that came last', async () => {
  await using ada = await SandboxAccount.start(notion);
  const expire = () => fetch(`${ada.sandbox.url}/_sandbox/tokens/expire`, { method: 'POST' });

  await expire();
  await ada.run('list_people', {});
  await expire();

  expect((await ada.run('list_people', {})).output.people).toHaveLength(6);
});
