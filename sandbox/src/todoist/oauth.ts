import { createAuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts } from './accounts.ts';

/** @see https://developer.todoist.com/api/v1/#tag/Authorization/OAuth (2026-11-21) */
const scopes = {
  'task:add': 'Add new tasks',
  'data:read': 'See your tasks, projects, labels and filters',
  'data:read_write': 'See and change your tasks, projects, labels and filters',
  'data:delete': 'Delete your tasks, labels and filters',
  'project:delete': 'Delete your projects',
  'backups:read': 'See your backups',
};

/** Todoist's, as an app made in 2026 finds it: access runs out after an hour and each refresh brings a new refresh token. */
export const createTodoistOAuth = (kit: SandboxKit) =>
  createAuthorizationServer(kit, {
    provider: 'todoist',
    title: 'Todoist',
    accounts,
    scopes,
    scopesImplied: { 'data:read_write': ['data:read', 'task:add'] },
    separator: ',',
    pkce: 'ignored',
    clientAuth: ['post'],
    tokenBody: ['form', 'json'],
    revocation: { clientAuth: ['basic'], body: ['json'] },
    offline: 'always',
    codeSeconds: 600,
    accessSeconds: 3600,
    rotation: 'single-use',
    answersScope: false,
    answer: (tokens) => ({ ...tokens, token_type: 'Bearer' }),
  });
export type TodoistOAuth = ReturnType<typeof createTodoistOAuth>;
