import type { SandboxKit } from '../../kit/world.ts';
import { invalid } from '../errors.ts';
import type { TaskBody } from './bodies.ts';
import { taskFor, touch, type StoredList, type StoredTask } from './state.ts';

/** Puts what a body says into a task; members it leaves out stay, null clears. */
export function apply(kit: SandboxKit, list: StoredList, task: StoredTask, body: TaskBody): void {
  if (body.title !== undefined) task.title = body.title ?? '';
  if (body.notes !== undefined) set(task, 'notes', body.notes || undefined);
  if (body.due !== undefined) set(task, 'due', body.due?.slice(0, 10));
  if (body.deleted !== undefined) set(task, 'deleted', body.deleted || undefined);
  if (body.status) task.status = body.status;
  if (task.status === 'needsAction') set(task, 'completed', undefined);
  else set(task, 'completed', body.completed ?? task.completed ?? new Date(kit.clock()).toISOString());
  touch(kit, list, task);
}

function set<Name extends 'notes' | 'due' | 'deleted' | 'completed'>(
  task: StoredTask,
  name: Name,
  value: StoredTask[Name],
): void {
  if (value === undefined) delete task[name];
  else task[name] = value;
}

/** A task with the tasks under it. */
const familyOf = (list: StoredList, task: StoredTask): StoredTask[] =>
  list.tasks.filter((one) => one === task || one.parent === task.id);

/** Takes a task with its subtasks out of a list. */
function lift(list: StoredList, task: StoredTask): StoredTask[] {
  const family = familyOf(list, task);
  list.tasks = list.tasks.filter((one) => !family.includes(one));
  return family;
}

interface Place {
  readonly parent?: string | undefined;
  readonly previous?: string | undefined;
}

/** Puts tasks under a parent and behind a sibling, first where none is named. @throws {GoogleError} 400 for wrong places. */
function put(list: StoredList, family: readonly StoredTask[], { parent, previous }: Place): void {
  const [task] = family as [StoredTask];
  const above = parent ? taskFor(list, parent) : undefined;
  if (above?.parent || (above && family.length > 1)) throw invalid('Subtasks cannot have subtasks.', 'parent');
  if (above?.hidden || above?.deleted) throw invalid('Invalid parent.', 'parent');
  const before = previous ? taskFor(list, previous) : undefined;
  if (before && before.parent !== above?.id) throw invalid('Previous task is no sibling.', 'previous');
  if (above) task.parent = above.id;
  else delete task.parent;
  const after = before ? familyOf(list, before).at(-1)! : above;
  const at = after ? list.tasks.indexOf(after) + 1 : 0;
  list.tasks.splice(at, 0, ...family);
}

/** Adds a new task. */
export function insert(list: StoredList, task: StoredTask, place: Place): void {
  if (list.tasks.filter(({ hidden, deleted }) => !hidden && !deleted).length >= 20_000)
    throw invalid('Task limit reached.');
  put(list, [task], place);
}

/** Moves a task, also to another list. */
export function move(kit: SandboxKit, from: StoredList, to: StoredList, task: StoredTask, place: Place): void {
  if (task.id === place.parent || task.id === place.previous) throw invalid('A task cannot stand by itself.');
  const saved = [...from.tasks];
  const family = lift(from, task);
  try {
    put(to, family, place);
  } catch (error) {
    from.tasks = saved;
    throw error;
  }
  touch(kit, from);
  touch(kit, to, task);
}

/** Marks a task and its subtasks as deleted; Google goes on answering them by id. */
export function remove(kit: SandboxKit, list: StoredList, task: StoredTask): void {
  for (const one of familyOf(list, task)) {
    one.deleted = true;
    touch(kit, list, one);
  }
}
