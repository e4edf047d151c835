import { json, redirect, type OriginHandler } from '../kit/exchange.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accountMethods } from './account-methods.ts';
import { accounts } from './accounts.ts';
import { changeMethods } from './change-methods.ts';
import { contentMethods } from './content-methods.ts';
import { linkMethods } from './link-methods.ts';
import { listingMethods } from './listing-methods.ts';
import { createOAuth } from './oauth.ts';
import { accountPage } from './page.ts';
import { errorBody, refuse } from './refusals.ts';
import { boxOf } from './boxes.ts';
import type { DropboxMethod } from './arguments.ts';

/** Dropbox: two people's files, with revisions, upload sessions and shared links. */
export const createDropbox: WorldFactory = (kit): World => {
  const oauth = createOAuth(kit);
  const serve = (methods: readonly DropboxMethod[]): OriginHandler =>
    serveApi(kit, {
      name: 'dropbox',
      methods,
      caller: (request) => {
        const token = headerToken(request);
        return token === undefined ? 'missing' : oauth.bearer(token);
      },
      refuse,
    });
  const api = serve([
    ...listingMethods(kit),
    ...changeMethods(kit),
    ...linkMethods(kit),
    ...accountMethods(kit, oauth),
  ]);
  const accountBy = (id: string) => oauth.accountBy(id)!;

  return {
    ...oauthWorld(kit, 'dropbox', oauth, accounts),
    title: 'Dropbox',
    origins: {
      'https://www.dropbox.com': (request) =>
        oauth.serve(request, { authorize: '/oauth2/authorize' }) ??
        (request.path.startsWith('/scl/') ? redirect('/?provider=dropbox') : json(404, {})),
      'https://api.dropboxapi.com': (request) => oauth.serve(request, { token: '/oauth2/token' }) ?? api(request),
      'https://content.dropboxapi.com': serve(contentMethods(kit)),
    },
    errorBody,
    stateOf: (idOrEmail) => {
      const account = oauth.accountBy(idOrEmail);
      return account && { account, ...boxOf(kit, account) };
    },
    pageOf: (id) => accountPage(kit, accountBy(id)),
  };
};
