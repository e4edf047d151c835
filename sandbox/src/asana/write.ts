import type { z } from 'zod';
import type { SandboxKit } from '../kit/world.ts';
import type { AsanaCaller } from './api.ts';
import { invalid } from './errors.ts';
import { projectOf, taskOf, userOf, workspaceOf } from './lookup.ts';
import { asanaState, newGid, type StoredStory, type StoredTask } from './state.ts';
import type { NewTask, TaskChange } from './task-methods.ts';

const nowOf = (kit: SandboxKit): string => new Date(kit.clock()).toISOString();

function dates({
  due_on: on,
  due_at: at,
}: z.output<typeof TaskChange>): Pick<StoredTask, 'dueOn' | 'dueAt'> | undefined {
  if (on && at) throw invalid('You may only provide due_on or due_at!');
  if (on === undefined && at === undefined) return undefined;
  if (at) return { dueAt: new Date(at).toISOString(), dueOn: new Date(at).toISOString().slice(0, 10) };
  return { dueOn: on ?? null, dueAt: null };
}

/** @throws {Refusal} 400 where nothing says the workspace, or things of several are named. */
export function createTask(kit: SandboxKit, caller: AsanaCaller, data: z.output<typeof NewTask>): StoredTask {
  const state = asanaState(kit);
  const projects = (data.projects ?? []).map((gid) => projectOf(state, caller, gid));
  const parent = data.parent ? taskOf(state, caller, data.parent) : undefined;
  const places = [
    data.workspace && workspaceOf(caller, data.workspace),
    ...projects.map((one) => one.workspace),
    parent?.workspace,
  ];
  const [workspace, ...others] = [...new Set(places.filter((one) => one !== undefined && one !== ''))] as string[];
  if (workspace === undefined) throw invalid('You should specify one of workspace, parent, projects');
  if (others.length > 0) throw invalid('workspace: Not the same for all projects');
  const { external } = data;
  if (
    external &&
    Object.values(state.tasks).some(
      (task) => task.external?.gid === external.gid && task.external.clientId === caller.clientId,
    )
  )
    throw invalid('external: The gid is already in use');

  const now = nowOf(kit);
  const assignee = data.assignee ? userOf(caller, data.assignee, workspace).id : null;
  const followers = (data.followers ?? []).map((id) => userOf(caller, id, workspace).id);
  const task: StoredTask = {
    gid: newGid(state),
    workspace,
    name: data.name ?? '',
    notes: data.notes ?? '',
    completed: data.completed ?? false,
    ...(data.completed && { completedAt: now }),
    dueOn: null,
    dueAt: null,
    ...dates(data),
    assignee,
    ...(parent && { parent: parent.gid }),
    places: projects.map(({ gid, sections }) => ({ project: gid, section: sections[0]!.gid })),
    createdBy: caller.id,
    createdAt: now,
    modifiedAt: now,
    followers: [...new Set([caller.id, ...(assignee ? [assignee] : []), ...followers])],
    ...(external && { external: { clientId: caller.clientId, ...external } }),
  };
  state.tasks[task.gid] = task;
  return task;
}

/** Changes what is named and writes down what happened. */
export function updateTask(
  kit: SandboxKit,
  caller: AsanaCaller,
  task: StoredTask,
  data: z.output<typeof TaskChange>,
): StoredTask {
  const now = nowOf(kit);
  const due = dates(data);
  const assignee = data.assignee ? userOf(caller, data.assignee, task.workspace).id : data.assignee;
  if (data.name !== undefined) task.name = data.name;
  if (data.notes !== undefined) task.notes = data.notes;
  if (due) Object.assign(task, due);
  if (assignee !== undefined && assignee !== task.assignee) {
    task.assignee = assignee;
    if (assignee && !task.followers.includes(assignee)) task.followers.push(assignee);
    tell(kit, caller, task, 'assigned', assignee ? 'assigned this task' : 'unassigned this task');
  }
  if (data.completed !== undefined && data.completed !== task.completed) {
    task.completed = data.completed;
    if (data.completed) task.completedAt = now;
    else delete task.completedAt;
    tell(
      kit,
      caller,
      task,
      data.completed ? 'marked_complete' : 'marked_incomplete',
      data.completed ? 'marked this task complete' : 'marked this task incomplete',
    );
  }
  task.modifiedAt = now;
  return task;
}

export function tell(
  kit: SandboxKit,
  caller: AsanaCaller,
  task: StoredTask,
  kind: StoredStory['kind'],
  text: string,
): StoredStory {
  const state = asanaState(kit);
  const story = { gid: newGid(state), task: task.gid, kind, text, by: caller.id, at: nowOf(kit) };
  state.stories.push(story);
  return story;
}
