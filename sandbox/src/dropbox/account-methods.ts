import { headerToken } from '../kit/rest.ts';
import { methodsFor } from '../kit/api.ts';
import type { AuthorizationServer } from '../kit/oauth/index.ts';
import { Reply } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import { z } from 'zod';
import type { DropboxAccount } from './accounts.ts';
import { rpc, type DropboxMethod } from './arguments.ts';
import { boxOf } from './boxes.ts';
import { allocated } from './state.ts';
import { newest } from './tree.ts';

const define = methodsFor<DropboxAccount>();

const accountView = ({ id, name, email, givenName, surname, namespace }: DropboxAccount) => ({
  account_id: id,
  name: {
    given_name: givenName,
    surname,
    familiar_name: givenName,
    display_name: name,
    abbreviated_name: givenName.slice(0, 1) + surname.slice(0, 1),
  },
  email,
  email_verified: true,
  disabled: false,
  country: 'GB',
  locale: 'en',
  referral_link: 'https://www.dropbox.com/referrals/AAB',
  is_paired: false,
  account_type: { '.tag': 'basic' },
  root_info: { '.tag': 'user', root_namespace_id: namespace, home_namespace_id: namespace },
});

/** Whose account it is, how full it is, and the end of a token. */
export const accountMethods = (kit: SandboxKit, oauth: AuthorizationServer<DropboxAccount>): DropboxMethod[] => [
  rpc({ route: 'users/get_current_account', scope: 'account_info.read', run: accountView }),
  rpc({
    route: 'users/get_space_usage',
    scope: 'account_info.read',
    run: (account) => ({
      used: Object.values(boxOf(kit, account).entries).reduce((sum, entry) => sum + (newest(entry)?.size ?? 0), 0),
      allocation: { '.tag': 'individual', allocated },
    }),
  }),
  define({
    id: 'auth/token/revoke',
    http: 'POST',
    path: '/2/auth/token/revoke',
    scopes: [],
    body: z.null().optional(),
    run: ({ request }) => {
      oauth.revoke(headerToken(request)!);
      return Reply.json(200, null);
    },
  }),
];
