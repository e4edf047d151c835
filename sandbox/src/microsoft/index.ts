import { html } from '../kit/html.ts';
import { json } from '../kit/exchange.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accountBy, accounts } from './accounts.ts';
import { serveGraph } from './api.ts';
import { calendarMethods } from './calendar/index.ts';
import { calendarPage } from './calendar/page.ts';
import { calendarsOf, calendarState, eventsOf } from './calendar/state.ts';
import { errorBody, graphError } from './errors.ts';
import { serveFiles } from './files/content-methods.ts';
import { fileMethods } from './files/index.ts';
import { filesPage } from './files/page.ts';
import { driveOf } from './files/state.ts';
import { hostOf } from './files/view.ts';
import { mailMethods } from './mail/index.ts';
import { mailPage } from './mail/page.ts';
import { foldersOf, messagesOf } from './mail/state.ts';
import { serveUploads, uploadOrigin } from './mail/upload.ts';
import { userMethods } from './me.ts';
import { createMicrosoftOAuth } from './oauth.ts';

const paths = { authorize: '/common/oauth2/v2.0/authorize', token: '/common/oauth2/v2.0/token' };

/** Microsoft 365: Outlook's calendars and mail and the OneDrive of two invented people, by Microsoft Graph. */
export const createMicrosoft: WorldFactory = (kit): World => {
  const oauth = createMicrosoftOAuth(kit);
  const api = serveGraph(kit, oauth, [
    ...userMethods,
    ...calendarMethods(kit),
    ...fileMethods(kit),
    ...mailMethods(kit),
  ]);
  return {
    ...oauthWorld(kit, 'microsoft', oauth, accounts),
    title: 'Microsoft 365',
    origins: {
      'https://login.microsoftonline.com': (request) =>
        oauth.serve(request, paths) ?? json(404, graphError('NotFound', 'There is nothing here.')),
      'https://graph.microsoft.com': api,
      [uploadOrigin]: serveUploads(kit),
      ...Object.fromEntries(accounts.map((account) => [hostOf(account), serveFiles(kit)])),
    },
    errorBody,
    stateOf(idOrEmail) {
      const account = accountBy(idOrEmail);
      return (
        account && {
          account,
          calendars: calendarsOf(kit, account),
          events: eventsOf(kit, account),
          notices: calendarState(kit).notices,
          drive: driveOf(kit, account),
          mail: messagesOf(kit, account),
          folders: foldersOf(kit, account),
        }
      );
    },
    pageOf(id) {
      const account = accountBy(id)!;
      return html`<div class="columns">
        ${calendarPage(kit, account)}${filesPage(kit, account)}${mailPage(kit, account)}
      </div>`;
    },
    reset: () => {
      for (const part of ['calendar', 'files', 'mail']) kit.store.forget(`microsoft.${part}`);
    },
  };
};
