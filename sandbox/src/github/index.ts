import { oauthWorld } from '../kit/oauth-world.ts';
import { portraits } from '../kit/portraits.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accounts, userBy } from './accounts.ts';
import { serveGithub } from './api.ts';
import { contentMethods } from './content-methods.ts';
import { issueMethods } from './issue-methods.ts';
import { createGithubOAuth } from './oauth.ts';
import { accountView } from './page.ts';
import { readMethods } from './read-methods.ts';
import { errorBody, notFound, refuse } from './refusals.ts';
import { revocation } from './revoke.ts';
import { githubState } from './state.ts';

const paths = { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' };

/** GitHub: the studio's repositories with issues, pull requests and files. */
export const createGithub: WorldFactory = (kit): World => {
  const oauth = createGithubOAuth(kit);
  const api = serveGithub(kit, oauth, [...readMethods(kit), ...issueMethods(kit), ...contentMethods(kit)]);
  return {
    ...oauthWorld(kit, 'github', oauth, accounts),
    title: 'GitHub',
    origins: {
      'https://github.com': (request) => oauth.serve(request, paths) ?? refuse(notFound()),
      'https://avatars.githubusercontent.com': portraits,
      'https://api.github.com': (request) => revocation(kit, oauth, request) ?? api(request),
    },
    errorBody,
    stateOf(idOrEmail) {
      const user = userBy(idOrEmail);
      if (!user || !accounts.includes(user)) return undefined;
      const state = githubState(kit);
      const own = Object.values(state.repositories).filter(({ members }) => members.includes(user.login));
      const isOwn = ({ repository }: { repository: string }) => own.some(({ fullName }) => fullName === repository);
      return {
        account: user,
        repositories: own,
        issues: Object.values(state.issues).filter(isOwn),
        comments: state.comments.filter(isOwn),
        notifications: state.notifications.filter(({ login }) => login === user.login),
      };
    },
    pageOf: (id) => accountView(kit, userBy(id)!),
  };
};
