import { z } from 'zod';
import { filePart } from '../kit/multipart.ts';
import { Refusal } from '../kit/refusal.ts';
import type { SandboxKit } from '../kit/world.ts';
import { dataBody, defineMethod, fields, gidText, many, one, paged, type AsanaMethod } from './api.ts';
import { invalid, unknownObject } from './errors.ts';
import { taskOf } from './lookup.ts';
import { fullAttachment, fullStory } from './render.ts';
import { asanaState, newGid } from './state.ts';
import { tell } from './write.ts';

const mostBytes = 100 * 1024 * 1024;
const storyBasics = ['created_at', 'created_by', 'text'];

/** Comments and attachments. @see https://developers.asana.com/reference/stories (2026-11-21) */
export function talkMethods(kit: SandboxKit): readonly AsanaMethod[] {
  const state = () => asanaState(kit);
  return [
    defineMethod({
      id: 'getStoriesForTask',
      http: 'GET',
      path: '/tasks/{task_gid}/stories',
      scopes: ['stories:read'],
      query: z.strictObject(paged),
      run({ account, params, query }) {
        const { gid } = taskOf(state(), account, params.task_gid!);
        const stories = state().stories.filter(({ task }) => task === gid);
        const all = stories.sort((a, b) => a.at.localeCompare(b.at)).map((story) => fullStory(state(), story));
        return many(`tasks/${gid}/stories`, all, query, storyBasics);
      },
    }),
    defineMethod({
      id: 'createStoryForTask',
      http: 'POST',
      path: '/tasks/{task_gid}/stories',
      scopes: ['stories:write'],
      query: z.strictObject(fields),
      body: dataBody({
        text: z.string().min(1).optional(),
        html_text: z.string().min(1).optional(),
        is_pinned: z.boolean().optional(),
      }),
      run({ account, params, body: { data }, query }) {
        const task = taskOf(state(), account, params.task_gid!);
        if ((data.text === undefined) === (data.html_text === undefined))
          throw invalid('You must provide exactly one of text or html_text');
        const text = data.text ?? data.html_text!.replace(/<[^>]*>/g, '');
        return one(fullStory(state(), tell(kit, account, task, 'comment_added', text)), query, 201);
      },
    }),
    defineMethod({
      id: 'getAttachmentsForObject',
      http: 'GET',
      path: '/attachments',
      scopes: ['attachments:read'],
      query: z.strictObject({ ...paged, parent: gidText }),
      run({ account, query }) {
        const { gid } = taskOf(state(), account, query.parent);
        const attached = state().attachments.filter(({ task }) => task === gid);
        const all = attached.map((attachment) => fullAttachment(state(), attachment));
        return many('attachments', all, query);
      },
    }),
    defineMethod({
      id: 'createAttachmentForObject',
      http: 'POST',
      path: '/attachments',
      scopes: ['attachments:write'],
      accepts: ['multipart'],
      query: z.strictObject(fields),
      body: z.strictObject({
        parent: gidText,
        file: filePart,
        name: z.string().optional(),
        resource_subtype: z.enum(['asana']).optional(),
      }),
      run({ account, body: { parent, file, name }, query }) {
        const task = taskOf(state(), account, parent);
        if (file.bytes.length > mostBytes) throw new Refusal('invalid', 'file: Is larger than 100 MB', { status: 413 });
        const attachment = {
          gid: newGid(state()),
          task: task.gid,
          name: name ?? file.filename!,
          mediaType: file.mediaType,
          size: file.bytes.length,
          blob: kit.store.putBlob(file.bytes),
          by: account.id,
          at: new Date(kit.clock()).toISOString(),
        };
        state().attachments.push(attachment);
        return one(fullAttachment(state(), attachment), query);
      },
    }),
    defineMethod({
      id: 'getAttachment',
      http: 'GET',
      path: '/attachments/{attachment_gid}',
      scopes: ['attachments:read'],
      query: z.strictObject(fields),
      run({ account, params, query }) {
        const found = state().attachments.find(({ gid }) => gid === params.attachment_gid);
        if (!found) throw unknownObject('attachment', params.attachment_gid!);
        taskOf(state(), account, found.task);
        return one(fullAttachment(state(), found), query);
      },
    }),
  ];
}
