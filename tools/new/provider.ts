import type { Made } from './create.ts';
import { camel, capital, wordsOf } from './words.ts';

/** A provider's folder: declaration, one action with its spec, icon, set-up steps; and its line in the registry. */
export function providerFiles(_root: string, name: string): Made {
  const words = wordsOf(name);
  const id = words.join('');
  if (!/^[a-z][a-z\d]*$/.test(id)) throw new Error('Name the provider by letters and digits, for example: notion');
  const value = camel(words);
  const title = words.map(capital).join(' ');
  const folder = `packages/providers/src/${id}`;
  return {
    files: {
      [`${folder}/index.ts`]: declaration(id, value, title),
      [`${folder}/explain.ts`]: explain(title),
      [`${folder}/actions/get-me.ts`]: action(),
      [`${folder}/actions/get-me.spec.ts`]: actionSpec(id, value),
      [`${folder}/icon.svg`]: icon(title),
      [`${folder}/setup.md`]: setup(title),
    },
    edits: {
      'packages/providers/src/registry.ts': (before) =>
        before
          .replace(/(import [^\n]+ from '\.\/[^\n]+;\n)(?!import)/, `$1import { ${value} } from './${id}/index.ts';\n`)
          .replace(/\[([^\]]*)\];\s*$/, (_all, list: string) => `[${list ? `${list}, ` : ''}${value}];\n`),
    },
    next: [
      `Put the facts of ${title}'s own documents into ${folder}/index.ts: endpoints, scopes, hosts, limits.`,
      'Replace get_me by the first action a person wants; each action has an example and its undo where one exists.',
      `npm test -- packages/providers, whose conformance suite covers ${id} now; then npm run gen && npm run check.`,
    ],
  };
}

const declaration = (
  id: string,
  value: string,
  title: string,
): string => `import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { getMe } from './actions/get-me.ts';
import { explain } from './explain.ts';

export const ${value} = defineProvider({
  id: '${id}',
  title: '${title}',
  description: 'Your account at ${title}.',
  docsUrl: 'https://developers.${id}.example/oauth',
  auth: {
    oauth: oauth2({
      authorizationEndpoint: 'https://${id}.example/oauth/authorize',
      tokenEndpoint: 'https://${id}.example/oauth/token',
      revocationEndpoint: 'https://${id}.example/oauth/revoke',
      revokes: 'grant',
      clientAuth: 'client_secret_post',
      pkce: 'S256',
      identity: { endpoint: 'https://api.${id}.example/me', subject: '/id', email: '/email', name: '/name' },
      features: {
        identity: { title: 'Identity', description: 'See which account this is.', scopes: ['profile'], required: true },
      },
      baseFeatures: ['identity'],
    }),
  },
  api: { baseUrl: 'https://api.${id}.example', hosts: ['https://api.${id}.example'], perSecond: 5 },
  explain,
  actions: [getMe],
});
`;

const explain = (title: string): string => `import type { ProviderDeclaration } from '@switchboard/provider-kit';

/** What ${title} means by an error answer. */
export const explain: ProviderDeclaration['explain'] = ({ status }) => {
  if (status === 401) return { kind: 'credential' };
  if (status === 403) return { kind: 'scope' };
  if (status === 404) return { kind: 'not_found' };
  if (status === 429) return { kind: 'limited' };
  return { kind: status >= 500 ? 'unavailable' : 'rejected' };
};
`;

const action = (): string => `import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';

const Me = z.object({ id: z.string(), name: z.string() });

export const getMe = defineAction({
  name: 'get_me',
  title: 'Get my account',
  description: 'Reads who the connected account is.',
  effect: 'read',
  idempotent: true,
  needs: ['identity'],
  phrases: ['who am I'],
  input: z.object({}),
  output: z.object({ accountId: z.string(), name: z.string() }),

  async run({ http }) {
    const { id, name } = await http.get('/me', { schema: Me });
    return { accountId: id, name };
  },

  examples: [{ input: {} }],
});
`;

const actionSpec = (id: string, value: string): string => `import { expect, test } from '@jest/globals';
import { FakeHttp } from '@switchboard/provider-kit/testing';
import { ${value} } from '../index.ts';
import { getMe } from './get-me.ts';

test('get_me reads the account from the API', async () => {
  const fake = FakeHttp.inTurn({ json: { id: '7', name: 'Ada' } });

  const answer = await getMe.run({ http: fake.for(${value}, 'read') } as Parameters<typeof getMe.run>[0], {});

  expect(answer).toEqual({ accountId: '7', name: 'Ada' });
  expect(fake.seen[0]?.url.href).toBe('https://api.${id}.example/me');
});
`;

const icon = (title: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" role="img">
  <title>${title}</title>
  <rect width="32" height="32" rx="8" fill="#4361ee" />
</svg>
`;

const setup = (title: string): string => `1. Open ${title}'s developer console and make an application.
2. Register the redirect URI that the set-up page shows, exactly.
3. Copy the client id and the client secret into the set-up page.
`;
