import { HubError, tasksCreate } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';
import { projectField, sectionField } from '../fields.ts';
import { madeTask } from '../made.ts';
import { removeTask, shown, ShownTask, TodoistTask } from '../task.ts';

export const createTask = defineAction({
  name: 'create_task',
  title: 'Add a task',
  description: 'Adds a task to a project, or without one to your inbox. Running it twice adds two.',
  fulfils: tasksCreate,
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['add task {title} to {listId}', 'new task {title} due {dueOn}', 'remind me to {title} {dueText}'],
  input: tasksCreate.input.extend({
    listId: projectField().optional(),
    sectionId: sectionField().optional(),
    dueText: z.string().min(1).max(150).optional().describe('Due in words, as "every monday"; instead of a day'),
    priority: z.int().min(1).max(4).optional().describe('1 is the most urgent'),
    labels: z.array(z.string().min(1).max(60)).max(100).optional().describe('Labels'),
  }),
  output: ShownTask,

  /** @see https://developer.todoist.com/api/v1/#tag/Tasks/operation/create_task_api_v1_tasks_post */
  async run(context, { title, listId, sectionId, notes, dueOn, dueText, priority, labels }) {
    if (dueOn !== undefined && dueText !== undefined)
      throw new HubError('input_invalid', 'A task is due on a day or in words, not both.');
    const json = {
      content: title,
      description: notes,
      project_id: listId,
      section_id: sectionId,
      due_date: dueOn,
      due_string: dueText,
      priority: priority && 5 - priority,
      labels,
    };
    return shown(context, await context.http.post('/tasks', { json, schema: TodoistTask }));
  },

  undo: (context, { output }) => removeTask(context, output.id),

  async recover(context, input) {
    const task = await madeTask(context, input);
    return task && shown(context, task);
  },

  examples: [
    {
      input: {
        title: 'Send the berth list to Daniel',
        listId: '6P00000000000101',
        notes: 'As a table, with the new column names.',
        dueOn: '2026-12-01',
      },
    },
    {
      title: 'Into the inbox, again and again',
      input: { title: 'Water the plants', dueText: 'every monday', priority: 2 },
    },
  ],
});
