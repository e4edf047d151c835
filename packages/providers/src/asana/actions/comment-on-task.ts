import { tasksComment } from '@switchboard/contracts';
import { defineAction } from '@switchboard/provider-kit';
import { isComment, storiesOf, Story, taskUrl, writeComment } from '../comments.ts';
import { taskField } from '../fields.ts';
import { readAll } from '../listing.ts';
import { readTask } from '../task.ts';

/** How much earlier than ours Asana's clock may be. */
const clockSlackMs = 60_000;

export const commentOnTask = defineAction({
  name: 'comment_on_task',
  title: 'Comment on a task',
  description: 'Writes a comment under a task; Asana tells its followers. Running it twice writes it twice.',
  fulfils: tasksComment,
  effect: 'send',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['comment {text} on {taskId}', 'tell {taskId} {text}'],
  input: tasksComment.input.extend({ taskId: taskField() }),
  output: tasksComment.output,

  before: async (context, { taskId }) => ({ title: (await readTask(context, taskId)).name }),

  async run(context, { taskId, text }) {
    const { gid } = await writeComment(context, taskId, text);
    return { taskId, commentId: gid, url: taskUrl(taskId) };
  },

  /** A comment of this account with this text, written since the run began. */
  async recover(context, { taskId, text }) {
    const since = context.now.getTime() - clockSlackMs;
    const stories = await readAll(context, storiesOf(taskId), Story);
    const found = stories.findLast(
      (story) =>
        isComment(story) &&
        story.text === text &&
        story.created_by?.gid === context.account.subject &&
        Date.parse(story.created_at) >= since,
    );
    return found && { taskId, commentId: found.gid, url: taskUrl(taskId) };
  },

  examples: [{ input: { taskId: '1200000000001002', text: 'Daniel answered: the port is Felixstowe.' } }],
});
