import * as c from '@switchboard/contracts';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { openPage } from '../../testing/open-page.tsx';
import { sampleHub } from '../../testing/sample-hub.ts';
import { connection } from '../../testing/samples/connections.ts';
import { actions, providers } from '../../testing/samples/providers.ts';

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as c.ActionView['input'];
const person = z.string().meta({ picked: { action: 'asana.list_people', items: 'people', label: 'name' } });
const assignTask: c.ActionView = {
  ...actions[1]!,
  ref: c.ActionRef.parse('asana.assign_task'),
  title: 'Assign a task',
  capability: undefined,
  input: jsonSchema(
    z.strictObject({
      assigneeId: person.nullable().describe('Assignee'),
      state: z.enum(['open', 'done']).nullable().optional(),
      dueOn: z.iso.date().nullable().optional().describe('Due on'),
    }),
  ),
  examples: [],
};
const listPeople: c.ActionView = {
  ...actions[0]!,
  ref: c.ActionRef.parse('asana.list_people'),
  input: jsonSchema(z.strictObject({})),
};

function hubWithPeople() {
  const { promise: ran, resolve } = Promise.withResolvers<unknown>();
  const hub = sampleHub()
    .on(c.getProvider, () => ({ ...providers[1]!, actions: [assignTask, listPeople] }))
    .on(c.postConnectionAction, ({ params, body }) => {
      const isList = params.action === 'asana.list_people';
      if (!isList) resolve(body);
      return { people: isList ? [{ id: '13', name: 'Priya Nair' }] : [] };
    });
  return { hub, ran };
}
const address = `/connections/${connection.id}/actions/asana/assign_task`;

test('what may be null is filled in as any other field of its kind', async () => {
  const { hub, ran } = hubWithPeople();
  using page = openPage(address, hub);

  await page.user.click(await page.screen.findByRole('combobox', { name: /^Assignee/ }));
  await page.user.click(await page.screen.findByRole('option', { name: 'Priya Nair' }));
  await page.user.click(page.screen.getByRole('combobox', { name: /^State/ }));
  await page.user.click(await page.screen.findByRole('option', { name: 'Done' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  expect(await ran).toEqual({ assigneeId: '13', state: 'done' });
});

test('a person can say "none", also where something must be said', async () => {
  const { hub, ran } = hubWithPeople();
  using page = openPage(address, hub);
  await page.user.click(await page.screen.findByRole('combobox', { name: /^Assignee/ }));
  await page.user.click(await page.screen.findByRole('option', { name: 'Priya Nair' }));

  await page.user.click(page.screen.getByRole('checkbox', { name: 'Assignee: none' }));
  await page.user.click(page.screen.getByRole('checkbox', { name: 'Due on: none' }));
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));

  expect(await ran).toEqual({ assigneeId: null, dueOn: null });
});

test('choosing something takes "none" back', async () => {
  const { hub, ran } = hubWithPeople();
  using page = openPage(address, hub);
  await page.user.click(await page.screen.findByRole('checkbox', { name: 'Assignee: none' }));

  await page.user.click(page.screen.getByRole('combobox', { name: /^Assignee/ }));
  await page.user.click(await page.screen.findByRole('option', { name: 'Priya Nair' }));

  expect(page.screen.getByRole('checkbox', { name: 'Assignee: none', checked: false })).toBeTruthy();
  await page.user.click(page.screen.getByRole('button', { name: 'Run' }));
  expect(await ran).toEqual({ assigneeId: '13' });
});
