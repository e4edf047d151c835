import { redirect, type OriginHandler } from '../kit/exchange.ts';
import { errorPage } from '../kit/oauth/pages.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import { portraits } from '../kit/portraits.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accounts, userBy } from './accounts.ts';
import { serveTodoist } from './api.ts';
import { errorBody } from './errors.ts';
import { findMethods } from './find-methods.ts';
import { createTodoistOAuth } from './oauth.ts';
import { accountView } from './page.ts';
import { placeMethods } from './place-methods.ts';
import { todoistState } from './state.ts';
import { taskMethods } from './task-methods.ts';

const signInPaths = { authorize: '/oauth/authorize', token: '/oauth/access_token' };

/** Todoist: the studio's shared projects and an inbox for each of two people. */
export const createTodoist: WorldFactory = (kit): World => {
  const oauth = createTodoistOAuth(kit);
  const api = serveTodoist(kit, oauth, [...findMethods(kit), ...taskMethods(kit), ...placeMethods(kit)]);
  const unknown = () => errorPage('Todoist', 404, 'not_found', 'There is nothing at this address.');
  const toPage: OriginHandler = ({ path }) => {
    const task = /^\/app\/task\/(?:.*-)?(\w+)$/.exec(path)?.[1];
    return task ? redirect(`/?provider=todoist&task=${task}`) : unknown();
  };
  return {
    ...oauthWorld(kit, 'todoist', oauth, accounts),
    title: 'Todoist',
    origins: {
      'https://todoist.com': (request) => oauth.serve(request, signInPaths) ?? unknown(),
      'https://api.todoist.com': (request) =>
        request.path === '/api/v1/revoke' ? oauth.revocation(request) : api(request),
      'https://app.todoist.com': toPage,
      'https://dcff1xvirvpfp.cloudfront.net': portraits,
    },
    errorBody,
    stateOf(idOrEmail) {
      const user = userBy(idOrEmail);
      if (!user || !accounts.includes(user)) return undefined;
      const state = todoistState(kit);
      const projects = Object.values(state.projects).filter(({ members }) => members.includes(user.id));
      const tasks = Object.values(state.tasks).filter(({ project }) => projects.some(({ id }) => id === project));
      const comments = state.comments.filter(({ task }) => tasks.some(({ id }) => id === task));
      return { account: user, projects, tasks, comments };
    },
    pageOf: (id, query) => accountView(kit, userBy(id)!, query),
  };
};
