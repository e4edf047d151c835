import { json, redirect, type OriginHandler } from '../kit/exchange.ts';
import { Refusal } from '../kit/refusal.ts';
import { headerToken, serveApi, type RestApi } from '../kit/rest.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { png } from '../seed/files.ts';
import { accountBy, accounts, type BoxAccount } from './accounts.ts';
import { downloadMethods, uploadMethods } from './content-methods.ts';
import { boxError, refuse } from './errors.ts';
import { itemMethods } from './item-methods.ts';
import { listMethods } from './list-methods.ts';
import { commentMethods } from './comment-methods.ts';
import { createBoxOAuth } from './oauth.ts';
import { drivePage } from './page.ts';
import { sessionMethods } from './session-methods.ts';
import { driveOf, itemOf } from './state.ts';

const dated = '2024.0';

/** Box: files and folders of two invented people, with uploads and downloads on their own hosts. */
export const createBox: WorldFactory = (kit): World => {
  const oauth = createBoxOAuth(kit);
  const caller: RestApi<BoxAccount>['caller'] = (request) => {
    const token = headerToken(request);
    return token === undefined ? 'missing' : oauth.bearer(token);
  };
  const common = {
    caller,
    refuse,
    check: ({ headers }: { headers: Record<string, unknown> }): void => {
      const wanted = headers['box-version'];
      if (wanted !== undefined && wanted !== dated)
        throw new Refusal('invalid', `The version ${String(wanted)} is not served.`, { code: 'bad_request' });
    },
  };
  const api = serveApi(kit, {
    ...common,
    name: 'box',
    under: '/2.0',
    quota: { units: 1000 },
    methods: [...listMethods(kit), ...itemMethods(kit), ...commentMethods(kit), ...downloadMethods(kit)],
  });
  const uploads = serveApi(kit, {
    ...common,
    name: 'box.upload',
    under: '/api/2.0',
    quota: { units: 240 },
    methods: [...uploadMethods(kit), ...sessionMethods(kit)],
  });

  /** A signed link needs no token, is good for a quarter of an hour, and takes none that is offered. */
  const content: OriginHandler = ({ path, method, headers }) => {
    const name = /^\/d\/1\/([\w-]+)\/download$/.exec(path)?.[1] ?? '';
    const drive = accounts
      .map((account) => driveOf(kit, account))
      .find(({ links }) => Object.hasOwn(links, name) && links[name]!.expiresAt > kit.clock());
    const file = drive && itemOf(drive, 'file', drive.links[name]!.itemId);
    if (method !== 'GET' || headers.authorization !== undefined || !file?.blob)
      return json(403, boxError(403, 'forbidden', 'The link is not valid.'));
    const type = file.mediaType ?? 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type }, body: kit.store.blob(file.blob) };
  };

  return {
    ...oauthWorld(kit, 'box', oauth, accounts),
    title: 'Box',
    origins: {
      'https://account.box.com': (request) =>
        oauth.serve(request, { authorize: '/api/oauth2/authorize' }) ??
        json(404, boxError(404, 'not_found', 'Not Found')),
      'https://api.box.com': (request) =>
        oauth.serve(request, { token: '/oauth2/token', revoke: '/oauth2/revoke' }) ?? api(request),
      'https://upload.box.com': uploads,
      'https://dl.boxcloud.com': content,
      'https://app.box.com': ({ path }) => {
        const avatar = /^\/api\/avatar\/large\/(\d+)$/.exec(path)?.[1];
        if (avatar === undefined) return redirect('/?provider=box');
        const picture = png('avatar.png', avatar === accounts[0]!.id ? [10, 99, 217] : [120, 80, 160]);
        return { status: 200, headers: { 'content-type': picture.type }, body: picture.bytes };
      },
    },
    errorBody: (status, reason) =>
      boxError(status, reason ?? (status === 429 ? 'too_many_requests' : 'unavailable'), 'Refused.'),
    stateOf: (idOrEmail) => {
      const account = accounts.find(({ id }) => id === idOrEmail);
      return account && driveOf(kit, account);
    },
    pageOf: (id) => drivePage(driveOf(kit, accountBy(id)!)),
    reset: () => {
      for (const { id } of accounts) kit.store.forget(`box.${id}`);
    },
  };
};
