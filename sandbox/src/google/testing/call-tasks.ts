import type { CallOf } from './call-mail.ts';

/** Every method of Tasks. */
export async function callTasks(call: CallOf): Promise<void> {
  const base = 'https://tasks.googleapis.com/tasks/v1';
  const lists = `${base}/users/@me/lists`;
  await call('GET', lists);
  const list = await call('POST', lists, { title: 'Held' });
  const own = `${lists}/${list.body.id}`;
  await call('GET', own);
  await call('PATCH', own, { title: 'Held fast' });
  await call('PUT', own, { title: 'Held' });
  const tasks = `${base}/lists/${list.body.id}/tasks`;
  const parent = await call('POST', tasks, { title: 'One', due: '2026-12-01T15:00:00Z', notes: 'Note' });
  const child = await call('POST', `${tasks}?parent=${parent.body.id}`, { title: 'Part of one' });
  const other = await call('POST', `${tasks}?previous=${parent.body.id}`, { title: 'Two' });
  await call('GET', `${tasks}?showHidden=true&showCompleted=true&showDeleted=true&maxResults=2`);
  await call('GET', `${tasks}/${child.body.id}`);
  await call('PATCH', `${tasks}/${child.body.id}`, { status: 'completed' });
  await call('PUT', `${tasks}/${child.body.id}`, { id: child.body.id, title: 'Part of one again' });
  await call('POST', `${tasks}/${child.body.id}/move?previous=${other.body.id}`);
  await call('POST', `${tasks}/${child.body.id}/move?destinationTasklist=list-own`);
  await call('POST', `${base}/lists/${list.body.id}/clear`);
  await call('DELETE', `${tasks}/${other.body.id}`);
  await call('DELETE', own);
}
