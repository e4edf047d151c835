import { json, redirect, type OriginHandler, type SandboxRequest } from '../kit/exchange.ts';
import { errorPage } from '../kit/oauth/pages.ts';
import { headerToken, serveApi, type RestApi } from '../kit/rest.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { cardMethods } from './card-methods.ts';
import { checklistMethods } from './checklist-methods.ts';
import { errorBody, refuse, refuseOld } from './errors.ts';
import { findMethods } from './find-methods.ts';
import { keyPage } from './key-page.ts';
import { createAtlassian, createKeyServer, oldPrefix } from './oauth.ts';
import { boardsPage } from './page.ts';
import { accounts, memberBy, type Member } from './people.ts';
import { trelloState } from './state.ts';

const oldHeader = /^OAuth oauth_consumer_key="([^"]+)", oauth_token="([^"]+)"$/;

/** Trello: the studio's boards for two invented people, by Atlassian's OAuth 2.0 or by key and token. */
export const createTrello: WorldFactory = (kit): World => {
  const atlassian = createAtlassian(kit);
  const keys = createKeyServer(kit);

  /** A token is good only where it belongs: in a Bearer header, or beside the key it was given for. */
  const caller: RestApi<Member>['caller'] = (request) => {
    const old = oldHeader.exec(request.headers.authorization ?? '');
    if (old) {
      const bearer = old[2]!.startsWith(oldPrefix) ? keys.bearer(old[2]!) : undefined;
      return bearer && bearer !== 'expired' && bearer.clientId === old[1] ? bearer : undefined;
    }
    const token = headerToken(request);
    if (token === undefined) return 'missing';
    return token.startsWith(oldPrefix) ? undefined : atlassian.bearer(token);
  };
  const methods = [...findMethods(kit), ...cardMethods(kit), ...checklistMethods(kit)];
  const quota = { units: 100, perSeconds: 10 };
  const api = serveApi(kit, { name: 'trello', under: '/1', methods, caller, quota, refuse });
  const oldApi = serveApi(kit, { name: 'trello', under: '/1', methods, caller, quota, refuse: refuseOld });

  /** A token ends itself; key and token stand in the query. */
  const endToken = (request: SandboxRequest, token: string) => {
    const bearer = keys.bearer(request.query.get('token') ?? '');
    const isOwn = bearer && bearer !== 'expired' && bearer.clientId === request.query.get('key');
    if (!isOwn) return { status: 401, headers: { 'content-type': 'text/plain' }, body: 'invalid token' };
    const ended = token === request.query.get('token') && keys.revoke(token);
    return ended
      ? json(200, { _value: null })
      : { status: 404, headers: { 'content-type': 'text/plain' }, body: 'token not found' };
  };
  const served: OriginHandler = (request) =>
    oldHeader.test(request.headers.authorization ?? '') ? oldApi(request) : api(request);
  const apiHost: OriginHandler = (request) => {
    const token = /^\/1\/tokens\/([^/]+)\/?$/.exec(request.path)?.[1];
    return token !== undefined && request.method === 'DELETE' ? endToken(request, token) : served(request);
  };
  const site = keyPage(kit, keys);

  return {
    ...oauthWorld(kit, 'trello', atlassian, accounts),
    title: 'Trello',
    origins: {
      'https://auth.atlassian.com': (request) =>
        atlassian.serve(request, { authorize: '/authorize', token: '/oauth/token' }) ??
        errorPage('Trello', 404, 'not_found', 'There is nothing at this address.'),
      'https://api.trello.com': apiHost,
      'https://trello.com': (request) =>
        /^\/[bc]\/\w+/.test(request.path) ? redirect('/?provider=trello') : site(request),
    },
    errorBody,
    stateOf: (id) => {
      const person = accounts.find((account) => account.id === id);
      if (!person) return undefined;
      const { boards, lists, cards } = trelloState(kit);
      const own = boards.filter(({ memberIds }) => memberIds.includes(person.id));
      const isOwn = ({ idBoard }: { idBoard: string }): boolean => own.some((board) => board.id === idBoard);
      return { account: person, boards: own, lists: lists.filter(isOwn), cards: cards.filter(isOwn) };
    },
    pageOf: (id) => boardsPage(trelloState(kit), memberBy(id)!),
  };
};
