import { json, redirect, type OriginHandler } from '../kit/exchange.ts';
import { html } from '../kit/html.ts';
import { serveApi } from '../kit/rest.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { accountBy, homes, zohoAccounts } from './accounts.ts';
import { crmMethods } from './crm/index.ts';
import { crmOf } from './crm/state.ts';
import { mailMethods } from './mail/index.ts';
import { mailboxOf } from './mail/state.ts';
import { accountsHost, callerAt, createOAuth } from './oauth.ts';
import { pageOf } from './page.ts';
import { refuseCrm, refuseMail } from './refusals.ts';

/** Zoho: two people in two data centres, each with a CRM and a mailbox. */
export const createZoho: WorldFactory = (kit): World => {
  const oauth = createOAuth(kit);
  const crm = serveApi(kit, {
    name: 'zoho.crm',
    under: '/crm/v8',
    methods: crmMethods(kit),
    caller: callerAt(oauth, 'api'),
    refuse: refuseCrm,
    quota: { units: 600 },
  });
  const mail = serveApi(kit, {
    name: 'zoho.mail',
    under: '/api',
    methods: mailMethods(kit),
    caller: callerAt(oauth, 'mail'),
    refuse: refuseMail,
    quota: { units: 300 },
    wrap: (data) => ({ status: { code: 200, description: 'success' }, data }),
  });
  const toPage: OriginHandler = ({ origin }) => {
    const owner = zohoAccounts.find(({ home }) => home.crm === origin);
    return redirect(`/?provider=zoho&account=${owner?.id ?? ''}`);
  };

  return {
    provider: 'zoho',
    title: 'Zoho',
    origins: Object.fromEntries(
      homes.flatMap((home): [string, OriginHandler][] => [
        [home.accounts, (request) => accountsHost(oauth, request)],
        [
          home.api,
          (request) => (request.path.startsWith('/crm/') ? crm(request) : json(404, { code: 'INVALID_URL_PATTERN' })),
        ],
        [home.mail, mail],
        [home.crm, toPage],
      ]),
    ),
    errorBody: (status, reason) => ({
      code: reason ?? (status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL_ERROR'),
      details: {},
      message: 'Internal server error occurred.',
      status: 'error',
    }),
    keys: () =>
      zohoAccounts.map(({ name, home }) => ({ method: 'oauth', title: name, settings: { dataCentre: home.location } })),
    accounts: () =>
      zohoAccounts.map(({ id, name, email, home }) => ({ id, title: name, subtitle: `${email} · ${home.location}` })),
    apps: (id) => oauth.apps(id),
    stateOf: (idOrEmail) => {
      const account = accountBy(idOrEmail);
      return account && { account, crm: crmOf(kit, account), mail: mailboxOf(kit, account) };
    },
    pageOf: (id) => {
      const account = accountBy(id);
      return account ? pageOf(kit, account) : html``;
    },
    expireTokens: (account) => Promise.resolve(oauth.expireTokens(account)),
    revokeGrants: (account) => Promise.resolve(oauth.revokeGrants(account)),
    reset: () => {
      kit.store.forget('zoho.crm');
      kit.store.forget('zoho.mail');
    },
  };
};
