import { FileId } from '@switchboard/contracts';
import { defineAction, type ActionContext } from '@switchboard/provider-kit';
import { z } from 'zod';
import { taskField } from '../fields.ts';
import { readAll } from '../listing.ts';
import { readTask } from '../task.ts';

const Attachment = z.object({
  gid: z.string(),
  name: z.string(),
  size: z.int().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  permanent_url: z.url().nullish(),
});
const attachmentFields = 'name,size,created_at,permanent_url';
const clockSlackMs = 60_000;

const shown = (taskId: string, { gid, name, permanent_url: url }: z.infer<typeof Attachment>) => ({
  taskId,
  attachmentId: gid,
  name,
  ...(url && { url }),
});

const fileOf = ({ files }: ActionContext, fileId: string) => files.open(fileId);

export const attachFile = defineAction({
  name: 'attach_file',
  title: 'Attach a file to a task',
  description: 'Attaches a file of up to 100 MB to a task. Running it twice attaches it twice.',
  effect: 'write',
  idempotent: false,
  needs: ['tasks.write'],
  phrases: ['attach {fileId} to {taskId}'],
  input: z.strictObject({ taskId: taskField(), fileId: FileId.describe('File') }),
  output: z.object({
    taskId: z.string(),
    attachmentId: z.string(),
    name: z.string(),
    url: z.url().optional(),
  }),

  before: async (context, { taskId }) => ({ title: (await readTask(context, taskId)).name }),

  /** @see https://developers.asana.com/reference/createattachmentforobject */
  async run(context, { taskId, fileId }) {
    const file = await fileOf(context, fileId);
    const { data } = await context.http.post('/attachments', {
      query: { opt_fields: attachmentFields },
      parts: [
        { name: 'parent', value: taskId },
        {
          name: 'file',
          filename: file.name,
          mediaType: file.mediaType,
          sizeBytes: file.sizeBytes,
          content: file.stream(),
        },
      ],
      schema: z.object({ data: Attachment }),
    });
    return shown(taskId, data);
  },

  /** A file of this name and size that was attached since the run began. */
  async recover(context, { taskId, fileId }) {
    const { name, sizeBytes } = await fileOf(context, fileId);
    const query = { parent: taskId, opt_fields: attachmentFields };
    const since = context.now.getTime() - clockSlackMs;
    const attached = await readAll(context, { path: '/attachments', query }, Attachment);
    const found = attached.find(
      (one) => one.name === name && (one.size ?? sizeBytes) === sizeBytes && Date.parse(one.created_at) >= since,
    );
    return found && shown(taskId, found);
  },

  examples: [{ input: { taskId: '1200000000001003', fileId: '01990000-0000-7000-8000-00000000000a' } }],
});
