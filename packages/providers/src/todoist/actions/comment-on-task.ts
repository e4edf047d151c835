import { tasksComment } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { commentsOf, TodoistComment } from '../comments.ts';
import { clockSlackMs, segment, taskField } from '../fields.ts';
import { readAll } from '../listing.ts';
import { readTask } from '../task.ts';

const shown = (taskId: string, commentId: string) => ({
  taskId,
  commentId,
  url: `https://app.todoist.com/app/task/${segment(taskId)}`,
});

export const commentOnTask = defineAction({
  name: 'comment_on_task',
  title: 'Comment on a task',
  description:
    'Writes a comment under a task; Todoist tells the people of a shared project. Running it twice writes it twice.',
  fulfils: tasksComment,
  effect: 'send',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['comment {text} on {taskId}'],
  input: tasksComment.input.extend({ taskId: taskField() }),
  output: tasksComment.output,

  before: async (context, { taskId }) => ({ title: (await readTask(context, taskId)).content }),

  async run({ http }, { taskId, text }) {
    const { id } = await http.post('/comments', { json: { task_id: taskId, content: text }, schema: TodoistComment });
    return shown(taskId, id);
  },

  /** A comment of this account with this text, written since the run began. */
  async recover(context, { taskId, text }) {
    const since = context.now.getTime() - clockSlackMs;
    const comments = await readAll(context, commentsOf(taskId), TodoistComment);
    const found = comments.findLast(
      (comment) =>
        comment.content === text &&
        comment.posted_uid === context.account.subject &&
        Date.parse(comment.posted_at) >= since,
    );
    return found && shown(taskId, found.id);
  },

  examples: [{ input: { taskId: '6T00000000001002', text: 'Daniel answered: the port is Felixstowe.' } }],
});
