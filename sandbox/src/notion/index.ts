import type { OriginHandler } from '../kit/exchange.ts';
import { Refusal } from '../kit/refusal.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accounts, userBy } from './accounts.ts';
import { checkVersion, isShared, serveNotion } from './api.ts';
import { blockMethods } from './blocks.ts';
import { createNotionOAuth } from './oauth.ts';
import { accountView } from './page.ts';
import { pageMethods } from './page-methods.ts';
import { errorBody, refuse } from './refusals.ts';
import { notionState } from './state.ts';

const paths = { authorize: '/v1/oauth/authorize', token: '/v1/oauth/token', revoke: '/v1/oauth/revoke' };

/** Notion: the studio's handbook, notes, projects and tasks. */
export const createNotion: WorldFactory = (kit): World => {
  const oauth = createNotionOAuth(kit);
  const api = serveNotion(kit, oauth, [...pageMethods(kit), ...blockMethods(kit)]);
  const handle: OriginHandler = (request) => {
    if (request.path !== paths.token && request.path !== paths.revoke)
      return oauth.serve(request, paths) ?? api(request);
    try {
      checkVersion(request);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error);
      throw error;
    }
    return oauth.serve(request, paths)!;
  };
  return {
    ...oauthWorld(kit, 'notion', oauth, accounts),
    title: 'Notion',
    origins: { 'https://api.notion.com': handle },
    errorBody,
    stateOf(idOrEmail) {
      const user = userBy(idOrEmail);
      if (!user || !accounts.includes(user)) return undefined;
      const state = notionState(kit);
      const pages = Object.values(state.pages).filter((page) => isShared(state, user, page));
      return {
        account: user,
        databases: Object.values(state.databases),
        pages,
        blocks: state.blocks,
        comments: state.comments,
      };
    },
    pageOf: (id) => accountView(kit, userBy(id)!),
  };
};
