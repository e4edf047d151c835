import { z } from 'zod';
import { q } from '../kit/api.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { users } from './accounts.ts';
import { defineMethod, page, paged, projectOf, reads, taskOf, writes, type TodoistMethod } from './api.ts';
import { invalid, notFound } from './errors.ts';
import { commentView, projectView, sectionView, userView } from './render.ts';
import { idOf } from './ids.ts';
import { todoistState, type StoredComment } from './state.ts';

/** The account itself, projects, sections and comments. */
export function placeMethods(kit: SandboxKit): readonly TodoistMethod[] {
  const state = () => todoistState(kit);
  const projects = (user: string) => Object.values(state().projects).filter(({ members }) => members.includes(user));
  const commentOf = (user: (typeof users)[number], id: string): StoredComment => {
    const found = state().comments.find((comment) => comment.id === id);
    if (!found) throw notFound('Comment');
    taskOf(state(), user, found.task);
    return found;
  };

  return [
    defineMethod({
      id: 'user_info',
      http: 'GET',
      path: '/user',
      scopes: reads,
      run: ({ account }) => userView(account.id),
    }),
    defineMethod({
      id: 'get_projects',
      http: 'GET',
      path: '/projects',
      scopes: reads,
      query: z.strictObject(paged),
      run: ({ account, query }) => page('projects', projects(account.id).map(projectView), query),
    }),
    defineMethod({
      id: 'get_project',
      http: 'GET',
      path: '/projects/{project_id}',
      scopes: reads,
      run: ({ account, params }) => projectView(projectOf(state(), account, params.project_id!)),
    }),
    defineMethod({
      id: 'get_project_collaborators',
      http: 'GET',
      path: '/projects/{project_id}/collaborators',
      scopes: reads,
      query: z.strictObject(paged),
      run({ account, params, query }) {
        const { members } = projectOf(state(), account, params.project_id!);
        const people = users
          .filter(({ id }) => members.includes(id))
          .map(({ id, name, email }) => ({ id, name, email }));
        return page('collaborators', people, query);
      },
    }),
    defineMethod({
      id: 'get_sections',
      http: 'GET',
      path: '/sections',
      scopes: reads,
      query: z.strictObject({ ...paged, project_id: q.text() }),
      run({ account, query }) {
        const chosen = query.project_id ? [projectOf(state(), account, query.project_id)] : projects(account.id);
        const all = chosen.flatMap((project) => project.sections.map((section) => sectionView(project, section)));
        return page('sections', all, query);
      },
    }),
    defineMethod({
      id: 'get_comments',
      http: 'GET',
      path: '/comments',
      scopes: reads,
      query: z.strictObject({ ...paged, task_id: q.text() }),
      run({ account, query }) {
        if (!query.task_id) throw invalid('One of task_id and project_id', 'task_id');
        const { id } = taskOf(state(), account, query.task_id);
        const all = state().comments.filter(({ task }) => task === id);
        return page(`comments-${id}`, all.sort((a, b) => a.at.localeCompare(b.at)).map(commentView), query);
      },
    }),
    defineMethod({
      id: 'create_comment',
      http: 'POST',
      path: '/comments',
      scopes: writes,
      body: z.strictObject({ task_id: z.string(), content: z.string().min(1).max(15_000) }),
      run({ account, body }) {
        const { id: task } = taskOf(state(), account, body.task_id);
        const at = new Date(kit.clock()).toISOString();
        const comment = { id: idOf('C', state().next++), task, by: account.id, at, content: body.content };
        state().comments.push(comment);
        return commentView(comment);
      },
    }),
    defineMethod({
      id: 'get_comment',
      http: 'GET',
      path: '/comments/{comment_id}',
      scopes: reads,
      run: ({ account, params }) => commentView(commentOf(account, params.comment_id!)),
    }),
    defineMethod({
      id: 'delete_comment',
      http: 'DELETE',
      path: '/comments/{comment_id}',
      scopes: ['data:delete'],
      run({ account, params }) {
        const { comments } = state();
        comments.splice(comments.indexOf(commentOf(account, params.comment_id!)), 1);
        return Reply.empty(204);
      },
    }),
  ];
}
