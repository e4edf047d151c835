import { json, redirect } from '../kit/exchange.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { fileMethods, uploadHost } from './file-methods.ts';
import { createOAuth } from './oauth.ts';
import { workspacePage } from './page.ts';
import { accounts } from './people.ts';
import { readingMethods } from './reading-methods.ts';
import { errorBody, refuse } from './refusals.ts';
import { searchMethods } from './search-methods.ts';
import { stateOf } from './workspace.ts';
import { writingMethods } from './writing-methods.ts';

/** Slack: one workspace, with two people who can sign in. */
export const createSlack: WorldFactory = (kit): World => {
  const oauth = createOAuth(kit);
  const api = serveApi(kit, {
    name: 'slack',
    methods: [...readingMethods(kit), ...searchMethods(kit), ...writingMethods(kit, oauth), ...fileMethods(kit)],
    caller: (request) => {
      const token = headerToken(request);
      return token === undefined ? 'missing' : oauth.bearer(token);
    },
    refuse,
  });

  return {
    ...oauthWorld(kit, 'slack', oauth, accounts),
    title: 'Slack',
    origins: {
      'https://slack.com': (request) =>
        oauth.serve(request, { authorize: '/oauth/v2/authorize', token: '/api/oauth.v2.access' }) ??
        (request.path.startsWith('/api/') ? api(request) : json(404, { ok: false, error: 'not_found' })),
      'https://files.slack.com': uploadHost(kit),
      'https://fernhill.slack.com': () => redirect('/?provider=slack'),
    },
    errorBody,
    stateOf: (idOrEmail) => {
      const account = oauth.accountBy(idOrEmail);
      return account && { account, ...stateOf(kit) };
    },
    pageOf: (id) => workspacePage(kit, oauth.accountBy(id)!),
  };
};
