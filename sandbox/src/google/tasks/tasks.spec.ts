import { expect, test } from '@jest/globals';
import { Fixture } from '../../fixture.ts';

const base = 'https://tasks.googleapis.com/tasks/v1';
const own = `${base}/lists/list-own/tasks`;

async function started(fixture: Fixture, scope = 'tasks') {
  const { access_token: token } = await fixture.grant([scope]);
  return (method: string, url: string, body?: unknown) => fixture.call(token, method, url, body);
}

test('a due date loses its time, and a done task its completion with its status', async () => {
  await using fixture = await Fixture.start();
  const call = await started(fixture);

  const { body } = await call('POST', own, { title: 'T', due: '2026-12-01T23:30:00+02:00', status: 'completed' });

  expect(body).toMatchObject({ due: '2026-12-01T00:00:00.000Z', status: 'completed', completed: expect.any(String) });
  const open = await call('PATCH', `${own}/${body.id}`, { status: 'needsAction' });
  expect(open.body.completed).toBeUndefined();
});

test('done and hidden tasks are listed only where they are asked for, and a page has twenty unless told', async () => {
  await using fixture = await Fixture.start();
  const call = await started(fixture);
  const list = (await call('POST', `${base}/users/@me/lists`, { title: 'Many' })).body.id;
  const tasks = `${base}/lists/${list}/tasks`;
  for (let at = 0; at < 25; at += 1) await call('POST', tasks, { title: `T${at}` });

  const { body } = await call('GET', tasks);

  expect(body.items).toHaveLength(20);
  expect((await call('GET', `${tasks}?pageToken=${body.nextPageToken}`)).body.items).toHaveLength(5);
  expect((await call('GET', `${tasks}?maxResults=101`)).status).toBe(400);
  const titles = async (query: string): Promise<string[]> =>
    (await call('GET', `${own}?${query}`)).body.items.map(({ title }: { title: string }) => title);
  expect(await titles('showCompleted=true')).not.toContain('Ask for a dentist appointment');
  expect(await titles('showCompleted=true&showHidden=true')).toContain('Ask for a dentist appointment');
});

test('a new task is first, a moved one where it was put, and subtasks go with their task', async () => {
  await using fixture = await Fixture.start();
  const call = await started(fixture);
  const order = async (list = 'list-own'): Promise<string[]> =>
    (await call('GET', `${base}/lists/${list}/tasks`)).body.items.map(({ id }: { id: string }) => id);

  const { body } = await call('POST', own, { title: 'New' });
  expect((await order())[0]).toBe(body.id);

  await call('POST', `${own}/${body.id}/move?previous=task-packing`);
  expect(await order()).toEqual([
    'task-present',
    'task-insurance',
    'task-packing',
    'task-packing-1',
    'task-packing-2',
    body.id,
  ]);
  await call('POST', `${own}/task-packing/move?destinationTasklist=list-studio`);
  expect((await order('list-studio')).slice(0, 3)).toEqual(['task-packing', 'task-packing-1', 'task-packing-2']);
});

test('what Google does not take is refused in its words', async () => {
  await using fixture = await Fixture.start();
  const call = await started(fixture);

  for (const body of [
    { title: 'x'.repeat(1025) },
    { notes: 'x'.repeat(8193) },
    { due: 'tomorrow' },
    { dueOn: '2026-12-01' },
  ])
    expect((await call('POST', own, body)).status).toBe(400);
  expect((await call('POST', `${own}?parent=task-packing-1`, { title: 'x' })).status).toBe(400);
  expect((await call('POST', `${own}/task-packing/move?parent=task-present`)).status).toBe(400);
  expect((await call('DELETE', `${base}/users/@me/lists/@default`)).status).toBe(400);
  expect((await call('GET', `${base}/lists/list-own/tasks/none`)).status).toBe(404);
});

test('reading is not writing, and one person does not see the lists of another', async () => {
  await using fixture = await Fixture.start();
  const read = await started(fixture, 'tasks.readonly');
  const { access_token: jonas } = await fixture.grant(['tasks'], { account: 'jonas.weld.demo@gmail.com' });

  expect((await read('GET', own)).status).toBe(200);
  expect((await read('POST', own, { title: 'No' })).status).toBe(403);
  expect((await fixture.call(jonas, 'GET', `${own}/task-packing`)).status).toBe(404);
});
