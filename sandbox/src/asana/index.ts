import { redirect, type OriginHandler } from '../kit/exchange.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import { portraits } from '../kit/portraits.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accounts, userBy } from './accounts.ts';
import { serveAsana } from './api.ts';
import { errorBody } from './errors.ts';
import { createAsanaOAuth } from './oauth.ts';
import { accountView } from './page.ts';
import { placeMethods } from './place-methods.ts';
import { searchMethods } from './search-methods.ts';
import { asanaState } from './state.ts';
import { talkMethods } from './talk-methods.ts';
import { taskMethods } from './task-methods.ts';

const paths = { authorize: '/-/oauth_authorize', token: '/-/oauth_token', revoke: '/-/oauth_revoke' };

/** Asana: the studio's workspace with its projects, and a household of Jonas's in the free plan. */
export const createAsana: WorldFactory = (kit): World => {
  const oauth = createAsanaOAuth(kit);
  const api = serveAsana(kit, oauth, [
    ...taskMethods(kit),
    ...searchMethods(kit),
    ...placeMethods(kit),
    ...talkMethods(kit),
  ]);
  const handle: OriginHandler = (request) => {
    const task = /^\/0\/0\/(\d+)(?:\/f)?$/.exec(request.path)?.[1];
    if (task) return redirect(`/?provider=asana&task=${task}`);
    return oauth.serve(request, paths) ?? api(request);
  };
  return {
    ...oauthWorld(kit, 'asana', oauth, accounts),
    title: 'Asana',
    origins: { 'https://app.asana.com': handle, 'https://s3.amazonaws.com': portraits },
    errorBody,
    stateOf(idOrEmail) {
      const user = userBy(idOrEmail);
      if (!user || !accounts.includes(user)) return undefined;
      const state = asanaState(kit);
      const seen = ({ workspace }: { workspace: string }): boolean => user.workspaces.includes(workspace);
      const tasks = Object.values(state.tasks).filter(seen);
      const gids = new Set(tasks.map(({ gid }) => gid));
      return {
        account: user,
        projects: Object.values(state.projects).filter(seen),
        tasks,
        stories: state.stories.filter(({ task }) => gids.has(task)),
        attachments: state.attachments.filter(({ task }) => gids.has(task)),
      };
    },
    pageOf: (id, query) => accountView(kit, userBy(id)!, query),
  };
};
