import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { within } from '@testing-library/react';
import { z } from 'zod';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { id } from '../../testing/samples/base.ts';
import { connection } from '../../testing/samples/connections.ts';
import { actions, providers } from '../../testing/samples/providers.ts';
import { runs } from '../../testing/samples/runs.ts';

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as c.ActionView['input'];
const createTask: c.ActionView = {
  ...actions[1]!,
  ref: c.ActionRef.parse('asana.create_task'),
  title: 'Create task',
  capability: 'tasks.create',
  input: jsonSchema(
    z.strictObject({
      title: z.string().describe('What is to be done'),
      projectId: z
        .string()
        .describe('Project')
        .meta({ picked: { action: 'asana.list_projects', items: 'projects' } }),
      fileId: c.FileId.describe('Attachment').optional(),
    }),
  ),
  examples: [{ title: 'Order timber', projectId: '12', fileId: id(99) }],
};
const listProjects: c.ActionView = {
  ...actions[0]!,
  ref: c.ActionRef.parse('asana.list_projects'),
  title: 'List projects',
  input: jsonSchema(z.strictObject({})),
};
const projects = {
  projects: [
    { id: '12', title: 'Harbour house' },
    { id: '13', title: 'Autumn catalogue' },
  ],
};

function hubWithTasks() {
  const ran: unknown[] = [];
  const hub = sampleHub()
    .on(c.getProvider, () => ({ ...providers[1]!, actions: [createTask, listProjects] }))
    .on(c.postConnectionAction, ({ params, body }) => {
      if (params.action === 'asana.list_projects') return projects;
      ran.push(body);
      return { id: '77', title: 'Order timber', done: false, dueOn: '2026-12-01' };
    });
  return { hub, ran };
}
const address = `/connections/${connection.id}/actions/asana/create_task`;

test('an example fills the form, without the file of a time gone by, and runs', async () => {
  const { hub, ran } = hubWithTasks();
  using page = openPage(address, hub);

  await page.user.click(await page.screen.findByRole('button', { name: 'Fill with an example' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  expect(await page.screen.findByText('Due 2026-12-01')).toBeTruthy();
  expect(ran).toEqual([{ title: 'Order timber', projectId: '12' }]);
});

test('an id is chosen by its name from what the account holds', async () => {
  const { hub, ran } = hubWithTasks();
  using page = openPage(address, hub);
  await page.user.type(await page.screen.findByRole('textbox', { name: /^What is to be done/ }), 'Print it');

  await page.user.type(page.screen.getByRole('combobox', { name: /^Project/ }), 'autumn');
  await page.user.click(await page.screen.findByRole('option', { name: 'Autumn catalogue' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  await page.screen.findByText('Due 2026-12-01');
  expect(ran).toEqual([{ title: 'Print it', projectId: '13' }]);
});

test('an id that is not in the list is used as it is typed', async () => {
  const { hub, ran } = hubWithTasks();
  using page = openPage(address, hub);
  await page.user.type(await page.screen.findByRole('textbox', { name: /^What is to be done/ }), 'Print it');

  await page.user.type(page.screen.getByRole('combobox', { name: /^Project/ }), '4711');
  await page.user.click(await page.screen.findByRole('option', { name: /4711/ }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  await page.screen.findByText('Due 2026-12-01');
  expect(ran).toEqual([{ title: 'Print it', projectId: '4711' }]);
});

test('what destroys asks once more, and does nothing where the person turns back', async () => {
  const remove: c.ActionView = {
    ...createTask,
    ref: c.ActionRef.parse('asana.delete_task'),
    title: 'Delete a task',
    effect: 'destroy',
  };
  const { hub, ran } = hubWithTasks();
  hub.on(c.getProvider, () => ({ ...providers[1]!, actions: [remove, listProjects] }));
  using page = openPage(address.replace('create_task', 'delete_task'), hub);
  await page.user.click(await page.screen.findByRole('button', { name: 'Fill with an example' }));

  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Cancel' }));
  expect(ran).toEqual([]);
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));
  await page.user.click(await page.screen.findByRole('button', { name: 'Delete a task' }));

  await page.screen.findByText('Due 2026-12-01');
  expect(ran).toHaveLength(1);
});

test('an example fills only what is still empty, and a choice that is chosen again stays', async () => {
  const { hub, ran } = hubWithTasks();
  using page = openPage(address, hub);
  await page.user.type(await page.screen.findByRole('textbox', { name: /^What is to be done/ }), 'Print it');

  await page.user.click(page.screen.getByRole('button', { name: 'Fill with an example' }));
  const choice = page.screen.getByRole('combobox', { name: /^Project/ });
  await page.user.click(choice);
  await page.user.click(await page.screen.findByRole('option', { name: 'Harbour house' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  await page.screen.findByText('Due 2026-12-01');
  expect(ran).toEqual([{ title: 'Print it', projectId: '12' }]);
});

test('what the hub finds wrong stands at its field, in words', async () => {
  const errors = [{ path: '/title', message: 'This name is taken.' }];
  const hub = hubWithTasks().hub.on(c.postConnectionAction, ({ params }) => {
    if (params.action === 'asana.list_projects') return projects;
    throw new c.HubError('input_invalid', undefined, { errors });
  });
  using page = openPage(address, hub);
  await page.user.click(await page.screen.findByRole('button', { name: 'Fill with an example' }));

  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  const alert = await page.screen.findByRole('alert');
  expect(within(alert).queryByText(/taken|title/)).toBeNull();
  expect(
    page.screen.getByRole('textbox', { name: /^What is to be done/, description: /This name is taken/ }),
  ).toBeTruthy();
});

test('what can be undone offers it after it ran', async () => {
  const { hub } = hubWithTasks();
  hub.headers.set('x-run-id', id(50));
  hub.on(c.postRunUndo, ({ params }) => ({ ...runs[0]!, id: params.runId, status: 'undone' as const }));
  using page = openPage(address, hub);
  await page.user.click(await page.screen.findByRole('button', { name: 'Fill with an example' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  await page.user.click(await page.screen.findByRole('button', { name: 'Undo' }));

  expect(await page.screen.findByText('It was taken back.')).toBeTruthy();
  expect(hub.requests.filter(({ method }) => method === 'POST').at(-1)?.path).toBe(`/api/v1/runs/${id(50)}/undo`);
});

test('an answer without a drawing of its own reads as words, and as JSON for whoever asks', async () => {
  const { hub } = hubWithTasks();
  const answer = { shipName: 'Aurora', builtOn: '2026-03-01', crew: [{ id: '7', name: 'Priya' }], afloat: true };
  hub.on(c.getProvider, () => ({
    ...providers[1]!,
    actions: [{ ...createTask, capability: undefined }, listProjects],
  }));
  hub.on(c.postConnectionAction, ({ params }) => (params.action === 'asana.list_projects' ? projects : answer));
  using page = openPage(address, hub);
  await page.user.click(await page.screen.findByRole('button', { name: 'Fill with an example' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  expect(await page.screen.findByText('Ship name')).toBeTruthy();
  expect(page.screen.getByText(/March.* 2026/)).toBeTruthy();
  expect(within(page.screen.getByRole('group', { name: 'Crew' })).getByRole('cell', { name: 'Priya' })).toBeTruthy();
  await page.user.click(page.screen.getByRole('switch', { name: 'Show as JSON' }));
  expect(await page.screen.findByText(/"shipName": "Aurora"/)).toBeTruthy();
});
