import { json, redirect, type OriginHandler } from '../kit/exchange.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accountBy, googleAccounts } from './accounts.ts';
import { serveApi } from './api.ts';
import { calendarMethods } from './calendar/index.ts';
import { calendarState } from './calendar/state.ts';
import { errorBody, GoogleError } from './errors.ts';
import { gmailMethods } from './gmail/index.ts';
import { gmailState } from './gmail/state.ts';
import { createOAuth } from './oauth/index.ts';
import { scopeTitles } from './oauth/scopes.ts';
import { accountView } from './page.ts';
import { peopleMethods } from './people/index.ts';
import { peopleState } from './people/state.ts';
import { openIdUserinfo, userinfoMethods } from './userinfo/index.ts';

const perMinute = { gmail: 15_000, calendar: 600, people: 900, oauth2: 6000 };

/** Google: accounts, mail, calendars and contacts of two invented people. */
export const createGoogle: WorldFactory = (kit): World => {
  const oauth = createOAuth(kit);
  const serve = (name: keyof typeof perMinute, methods: Parameters<typeof serveApi>[2]['methods']): OriginHandler =>
    serveApi(kit, oauth, { name, methods, unitsPerMinute: perMinute[name] });
  const calendar = serve('calendar', calendarMethods(kit));
  const userinfo = serve('oauth2', userinfoMethods);
  const toPage: OriginHandler = ({ query }) => redirect(linkOf(query.get('eid') ?? ''));

  return {
    provider: 'google',
    title: 'Google',
    origins: {
      'https://accounts.google.com': oauth.accountsHost,
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
        return request.path.startsWith('/calendar/') ? calendar(request) : userinfo(request);
      },
      'https://gmail.googleapis.com': serve('gmail', gmailMethods(kit)),
      'https://people.googleapis.com': serve('people', peopleMethods(kit)),
      'https://www.google.com': toPage,
      'https://mail.google.com': toPage,
      'https://meet.google.com': toPage,
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
      };
    },
    pageOf: (id, query) => accountView(kit, accountBy(id)!, query),
    apps: (id) =>
      oauth.grants.clientsOf(id).map(({ clientId, scopes }) => ({
        clientId,
        scopes: scopes.map((scope) => scopeTitles[scope] ?? scope),
      })),
    expireTokens: async (account) => oauth.grants.expireAccess(idOf(account)),
    revokeGrants: async (account) => oauth.grants.end(idOf(account)),
    reset: () => {
      for (const part of ['google.gmail', 'google.calendar', 'google.people']) kit.store.forget(part);
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
