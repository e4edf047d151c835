import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { id } from '../../testing/samples/base.ts';
import { connection } from '../../testing/samples/connections.ts';
import { actions, providers } from '../../testing/samples/providers.ts';

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
