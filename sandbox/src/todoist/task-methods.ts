import { z } from 'zod';
import { q } from '../kit/api.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { TodoistUser } from './accounts.ts';
import {
  defineMethod,
  page,
  paged,
  projectOf,
  reads,
  sectionOf,
  taskOf,
  writes,
  mayRead,
  type TodoistMethod,
} from './api.ts';
import { dueOf, following } from './due.ts';
import { invalid } from './errors.ts';
import { taskView } from './render.ts';
import { idOf } from './ids.ts';
import { todoistState, type StoredTask } from './state.ts';
import { NewTask, Target, TaskChange } from './task-bodies.ts';

/** Writes of tasks; what is done is not listed with what is open. @see https://developer.todoist.com/api/v1/#tag/Tasks (2026-11-21) */
export function taskMethods(kit: SandboxKit): readonly TodoistMethod[] {
  const state = () => todoistState(kit);
  const now = (): string => new Date(kit.clock()).toISOString();
  const view = (task: StoredTask) => taskView(state(), task);
  const open = (user: TodoistUser): StoredTask[] =>
    Object.values(state().tasks).filter((task) => !task.checked && mayRead(state(), user, task));
  const branch = (id: string): StoredTask[] => {
    const { tasks } = state();
    return Object.values(tasks).filter((task) => task.id === id || task.parent === id);
  };

  return [
    defineMethod({
      id: 'get_tasks',
      http: 'GET',
      path: '/tasks',
      scopes: reads,
      query: z.strictObject({
        ...paged,
        project_id: q.text(),
        section_id: q.text(),
        parent_id: q.text(),
        label: q.text(),
        ids: q.text(),
      }),
      run({ account, query }) {
        const { project_id: project, section_id: section, parent_id: parent, label, ids } = query;
        if (project) projectOf(state(), account, project);
        if (section) sectionOf(state(), account, section);
        const found = open(account).filter(
          (task) =>
            (!project || task.project === project) &&
            (!section || task.section === section) &&
            (!parent || task.parent === parent) &&
            (!label || task.labels.includes(label)) &&
            (!ids || ids.split(',').includes(task.id)),
        );
        return page('tasks', found.map(view), query);
      },
    }),
    defineMethod({
      id: 'create_task',
      http: 'POST',
      path: '/tasks',
      scopes: ['task:add', ...writes],
      body: NewTask,
      run({ account, body }) {
        const parent = body.parent_id === undefined ? undefined : taskOf(state(), account, body.parent_id);
        const section = body.section_id === undefined ? undefined : sectionOf(state(), account, body.section_id);
        const named = body.project_id && projectOf(state(), account, body.project_id).id;
        if (named && section && section.project !== named) throw invalid('Section is in another project', 'section_id');
        const project = section?.project ?? named ?? parent?.project ?? account.inbox;
        const responsible = body.assignee_id ?? null;
        if (responsible !== null && !state().projects[project]!.members.includes(responsible))
          throw invalid('Is not in the project', 'assignee_id');
        const task: StoredTask = {
          id: idOf('T', state().next++),
          ...(parent && { parent: parent.id }),
          addedBy: account.id,
          addedAt: now(),
          project,
          section: section?.id ?? null,
          content: body.content,
          description: body.description ?? '',
          labels: body.labels ?? [],
          priority: body.priority ?? 1,
          responsible,
          due: dueOf(body, kit.clock()) ?? null,
          checked: false,
          completedAt: null,
          updatedAt: now(),
        };
        state().tasks[task.id] = task;
        return view(task);
      },
    }),
    defineMethod({
      id: 'get_task',
      http: 'GET',
      path: '/tasks/{task_id}',
      scopes: reads,
      run: ({ account, params }) => view(taskOf(state(), account, params.task_id!)),
    }),
    defineMethod({
      id: 'update_task',
      http: 'POST',
      path: '/tasks/{task_id}',
      scopes: writes,
      body: TaskChange,
      run({ account, params, body }) {
        const task = taskOf(state(), account, params.task_id!);
        const due = dueOf(body, kit.clock());
        const { content = task.content, description = task.description, labels = task.labels } = body;
        Object.assign(task, {
          content,
          description,
          labels,
          priority: body.priority ?? task.priority,
          updatedAt: now(),
        });
        if (due !== undefined) task.due = due;
        return view(task);
      },
    }),
    defineMethod({
      id: 'close_task',
      http: 'POST',
      path: '/tasks/{task_id}/close',
      scopes: writes,
      run({ account, params }) {
        const task = taskOf(state(), account, params.task_id!);
        if (task.due?.is_recurring) task.due = following(task.due);
        else
          for (const one of branch(task.id))
            Object.assign(one, { checked: true, completedAt: one.completedAt ?? now() });
        return Reply.empty(204);
      },
    }),
    defineMethod({
      id: 'reopen_task',
      http: 'POST',
      path: '/tasks/{task_id}/reopen',
      scopes: writes,
      run({ account, params }) {
        const task = taskOf(state(), account, params.task_id!);
        if (!task.checked) throw invalid('Task is not completed');
        Object.assign(task, { checked: false, completedAt: null, updatedAt: now() });
        return Reply.empty(204);
      },
    }),
    defineMethod({
      id: 'move_task',
      http: 'POST',
      path: '/tasks/{task_id}/move',
      scopes: writes,
      body: Target,
      run({ account, params, body }) {
        const task = taskOf(state(), account, params.task_id!);
        if (Object.keys(body).length !== 1) throw invalid('Exactly one of project_id, section_id and parent_id');
        const section = body.section_id === undefined ? undefined : sectionOf(state(), account, body.section_id);
        const parent = body.parent_id === undefined ? undefined : taskOf(state(), account, body.parent_id);
        const project = section?.project ?? parent?.project ?? projectOf(state(), account, body.project_id!).id;
        for (const one of branch(task.id))
          Object.assign(one, { project, section: section?.id ?? null, updatedAt: now() });
        if (parent) task.parent = parent.id;
        else delete task.parent;
        return view(task);
      },
    }),
    defineMethod({
      id: 'delete_task',
      http: 'DELETE',
      path: '/tasks/{task_id}',
      scopes: ['data:delete'],
      run({ account, params }) {
        const { id } = taskOf(state(), account, params.task_id!);
        for (const task of branch(id)) delete state().tasks[task.id];
        return Reply.empty(204);
      },
    }),
  ];
}
