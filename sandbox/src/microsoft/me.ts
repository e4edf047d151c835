import { z } from 'zod';
import { q } from '../kit/api.ts';
import { context, defineMethod, selected, type GraphMethod } from './api.ts';

/** Who the account is. */
export const userMethods: readonly GraphMethod[] = [
  defineMethod({
    id: 'me.GetUser',
    http: 'GET',
    path: '/me',
    scopes: ['User.Read'],
    query: z.strictObject({ $select: q.text() }),
    run: ({ account: { id, name, email, jobTitle, phone }, query }) => {
      const [givenName = '', surname = ''] = name.split(' ');
      const user = {
        '@odata.context': context('users/$entity'),
        businessPhones: phone ? [phone] : [],
        displayName: name,
        givenName,
        jobTitle,
        mail: email,
        mobilePhone: null,
        officeLocation: null,
        preferredLanguage: 'en-GB',
        surname,
        userPrincipalName: email,
        id,
      };
      return selected(user, query.$select);
    },
  }),
];
