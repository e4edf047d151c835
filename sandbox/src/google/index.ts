import { json, redirect, type OriginHandler } from '../kit/exchange.ts';
import { portraits } from '../kit/portraits.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accountBy, googleAccounts } from './accounts.ts';
import { serveApi, type Door, type GoogleMethod } from './api.ts';
import { calendarMethods } from './calendar/index.ts';
import { calendarState } from './calendar/state.ts';
import { driveApi } from './drive/index.ts';
import { driveState } from './drive/state.ts';
import { isUploadPart, takeUploadPart } from './drive/uploads.ts';
import { errorBody, GoogleError } from './errors.ts';
import { gmailMethods } from './gmail/index.ts';
import { gmailState } from './gmail/state.ts';
import { keepMethods } from './keep/index.ts';
import { expireService, keyFile } from './keep/service-account.ts';
import { keepState } from './keep/state.ts';
import { workspaceAccounts } from './keep/workspace.ts';
import { createOAuth } from './oauth/index.ts';
import { scopeTitles } from './oauth/scopes.ts';
import { accountView } from './page.ts';
import { peopleMethods } from './people/index.ts';
import { peopleState } from './people/state.ts';
import { placesMethods } from './places/index.ts';
import { keyOf, placesKey } from './places/key.ts';
import { tasksMethods } from './tasks/index.ts';
import { tasksState } from './tasks/state.ts';
import { openIdUserinfo, userinfoMethods } from './userinfo/index.ts';

const perMinute = {
  gmail: 15_000,
  calendar: 600,
  people: 900,
  tasks: 600,
  drive: 325_000,
  keep: 600,
  places: 600,
  oauth2: 6000,
};

/** Google: accounts, mail, calendars, contacts, tasks and files of two invented people. */
export const createGoogle: WorldFactory = (kit): World => {
  const oauth = createOAuth(kit);
  const serve = (name: keyof typeof perMinute, methods: readonly GoogleMethod[], door: Door = oauth): OriginHandler =>
    serveApi(kit, door, { name, methods, unitsPerMinute: perMinute[name] });
  const calendar = serve('calendar', calendarMethods(kit));
  const files = serve('drive', driveApi(kit));
  const userinfo = serve('oauth2', userinfoMethods);
  const toPage: OriginHandler = ({ query }) => redirect(linkOf(query.get('eid') ?? ''));

  return {
    provider: 'google',
    title: 'Google',
    origins: {
      'https://accounts.google.com': oauth.accountsHost,
      'https://lh3.googleusercontent.com': portraits,
      'https://oauth2.googleapis.com': oauth.oauthHost,
      'https://openidconnect.googleapis.com': async (request) => {
        try {
          if (request.path !== '/v1/userinfo') return json(404, { error: 'not_found' });
          return openIdUserinfo(await oauth.bearer(request));
        } catch (error) {
          if (error instanceof GoogleError) return error.toAnswer();
          throw error;
        }
      },
      'https://www.googleapis.com': (request) => {
        if (request.path === '/oauth2/v3/certs') return oauth.keys();
        if (isUploadPart(request)) return takeUploadPart(kit, request);
        if (/^(?:\/upload)?\/drive\//.test(request.path)) return files(request);
        return request.path.startsWith('/calendar/') ? calendar(request) : userinfo(request);
      },
      'https://gmail.googleapis.com': serve('gmail', gmailMethods(kit)),
      'https://people.googleapis.com': serve('people', peopleMethods(kit)),
      'https://tasks.googleapis.com': serve('tasks', tasksMethods(kit)),
      'https://keep.googleapis.com': serve('keep', keepMethods(kit)),
      'https://places.googleapis.com': serve('places', placesMethods(kit), { bearer: keyOf }),
      'https://www.google.com': toPage,
      'https://mail.google.com': toPage,
      'https://meet.google.com': toPage,
      'https://drive.google.com': toPage,
      'https://docs.google.com': toPage,
      'https://tasks.google.com': toPage,
    },
    errorBody,
    accounts: () => googleAccounts.map(({ id, name, email }) => ({ id, title: name, subtitle: email })),
    stateOf: (idOrEmail) => {
      const account = accountBy(idOrEmail);
      if (!account) return undefined;
      const { calendars, notices } = calendarState(kit);
      return {
        account,
        mail: gmailState(kit).boxes[account.id],
        calendars: Object.values(calendars).filter((entry) => entry.ownerId === account.id),
        notices,
        people: peopleState(kit).people[account.id],
        tasks: tasksState(kit).lists[account.id],
        files: Object.values(driveState(kit).files).filter(({ createdBy }) => createdBy === account.email),
        notes: keepState(kit).notes[workspaceAccounts.find(({ ownerId }) => ownerId === account.id)!.id],
        shareNotices: driveState(kit).notices,
      };
    },
    pageOf: (id, query) => accountView(kit, accountBy(id)!, query),
    apps: (id) =>
      oauth.grants.clientsOf(id).map(({ clientId, scopes }) => ({
        clientId,
        scopes: scopes.map((scope) => scopeTitles[scope] ?? scope),
      })),
    keys: () => [
      ...workspaceAccounts.map(({ name, email }) => ({
        method: 'keep',
        title: name,
        key: keyFile(kit),
        settings: { person: email },
      })),
      { method: 'places', title: 'The project of the studio', key: placesKey },
    ],
    expireTokens: async (account) => oauth.grants.expireAccess(idOf(account)) + expireService(kit, idOf(account)),
    revokeGrants: async (account) => oauth.grants.end(idOf(account)),
    reset: () => {
      for (const part of [
        'google.gmail',
        'google.calendar',
        'google.people',
        'google.tasks',
        'google.drive',
        'google.keep',
      ])
        kit.store.forget(part);
    },
  };
};

/** Where the sandbox shows what a link of Google's would show. */
function linkOf(eid: string): string {
  const [event = '', calendar = ''] = Buffer.from(eid, 'base64url').toString('utf8').split(' ');
  const account = accountBy(calendar);
  return event ? `/?provider=google&account=${account?.id ?? ''}&event=${encodeURIComponent(event)}` : '/';
}

const idOf = (account: string | undefined): string | undefined =>
  account ? (accountBy(account)?.id ?? account) : undefined;
