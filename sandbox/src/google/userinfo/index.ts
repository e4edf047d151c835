import { json, type SandboxAnswer } from '../../kit/exchange.ts';
import { defineMethod, type GoogleMethod } from '../api.ts';
import { GoogleError } from '../errors.ts';
import type { Bearer } from '../oauth/bearer.ts';
import { pictureOf } from '../oauth/core.ts';
import { fullScope } from '../oauth/scopes.ts';

const email = fullScope('email');
const profile = fullScope('profile');

function claimsOf(account: Bearer['account'], scopes: ReadonlySet<string>): Record<string, unknown> {
  return {
    ...(scopes.has(profile) && {
      name: account.name,
      given_name: account.givenName,
      family_name: account.familyName,
      picture: pictureOf(account.id),
    }),
    ...(scopes.has(email) && { email: account.email }),
  };
}

/** `GET https://openidconnect.googleapis.com/v1/userinfo`: the subject is called `sub` here. */
export function openIdUserinfo(bearer: Bearer): SandboxAnswer {
  if (!bearer.scopes.has('openid'))
    return new GoogleError(
      403,
      'insufficientPermissions',
      'Request had insufficient authentication scopes.',
    ).toAnswer();
  const claims = claimsOf(bearer.account, bearer.scopes);
  return json(200, { sub: bearer.account.id, ...claims, ...(claims.email ? { email_verified: true } : {}) });
}

const userinfo = (id: string, path: string): GoogleMethod =>
  defineMethod({
    id,
    http: 'GET',
    path,
    scopes: ['openid', email, profile],
    run: ({ account, scopes }) => {
      const claims = claimsOf(account, scopes);
      return { id: account.id, ...claims, ...(claims.email ? { verified_email: true } : {}) };
    },
  });

/** Version 2 of the same: the subject is called `id`. */
export const userinfoMethods: readonly GoogleMethod[] = [
  userinfo('oauth2.userinfo.get', '/oauth2/v2/userinfo'),
  userinfo('oauth2.userinfo.v2.me.get', '/userinfo/v2/me'),
];
