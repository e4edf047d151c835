import type { FileItem, Task } from '@switchboard/contracts';
import type { Input, World } from './world.ts';

const has = (text: string, part = ''): boolean => text.toLowerCase().includes(part.toLowerCase());
const task = (given: Partial<Task>): Task => ({ id: 'task', title: 'Task', done: false, ...given });
const file = (given: Partial<FileItem>): FileItem => ({ id: 'file', name: 'File', kind: 'file', ...given });

/** What a read of tasks, files or chats answers, from what the world holds. */
export function readThings(
  { tasks = [], lists = [], files = [], chats = [] }: World,
  capability: string,
  input: Input,
) {
  const { query, listId, folderId } = input;
  const outputs: Record<string, () => unknown> = {
    'tasks.list_lists': () => ({ lists }),
    'tasks.search': () => ({
      tasks: tasks
        .map(task)
        .filter(
          (one) => has(one.title, query) && (!listId || one.listId === listId) && one.done === Boolean(input['done']),
        ),
    }),
    'files.search': () => ({ items: files.map(file).filter(({ name }) => has(name, query)) }),
    'files.list': () => ({ items: files.map(file).filter((one) => one.folderId === folderId) }),
    'messages.list_chats': () => ({ chats }),
  };
  return outputs[capability]?.();
}
