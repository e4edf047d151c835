import type { ProviderNames } from './provider.ts';
import { capital } from './words.ts';

/** A strict, stateful stand-in for a new provider, by file. */
export const sandboxFiles = ({ id, value, title }: ProviderNames): Record<string, string> => ({
  'index.ts': `import { html } from '../kit/html.ts';
import { oauthWorld } from '../kit/oauth-world.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { serve${capital(value)} } from './api.ts';
import { create${capital(value)}OAuth } from './oauth.ts';
import { accounts, ${value}State } from './state.ts';

const paths = { authorize: '/oauth/authorize', token: '/oauth/token', revoke: '/oauth/revoke' };

/** ${title}: notes of Ada's and Jonas's. */
export const create${capital(value)}: WorldFactory = (kit): World => {
  const oauth = create${capital(value)}OAuth(kit);
  const api = serve${capital(value)}(kit, oauth);
  const notesOf = (account: string) => ${value}State(kit).notes.filter(({ by }) => by === account);
  return {
    ...oauthWorld(kit, '${id}', oauth, accounts),
    title: '${title}',
    origins: {
      'https://${id}.example': (request) => oauth.serve(request, paths) ?? { status: 404 },
      'https://api.${id}.example': api,
    },
    errorBody: (status, reason) => ({ message: reason ?? \`Status \${status}\` }),
    stateOf(idOrEmail) {
      const account = oauth.accountBy(idOrEmail);
      return account && { account, notes: notesOf(account.id) };
    },
    pageOf: (account) =>
      html\`<section class="card" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        <ul>
          \${notesOf(account).map(({ title }) => html\`<li class="item">\${title}</li>\`)}
        </ul>
      </section>\`,
  };
};
`,
  'oauth.ts': `import { createAuthorizationServer } from '../kit/oauth/index.ts';
import type { SandboxKit } from '../kit/world.ts';
import { accounts } from './state.ts';

/** ${title}'s: an hour of access, a refresh token that each use spends. */
export const create${capital(value)}OAuth = (kit: SandboxKit) =>
  createAuthorizationServer(kit, {
    provider: '${id}',
    title: '${title}',
    accounts,
    scopes: { profile: 'See who you are', 'notes:read': 'See your notes', 'notes:write': 'Add and delete notes' },
    pkce: 'required',
    clientAuth: ['post'],
    tokenBody: ['form'],
    offline: 'always',
    codeSeconds: 300,
    accessSeconds: 3600,
    rotation: 'single-use',
  });
export type ${capital(value)}OAuth = ReturnType<typeof create${capital(value)}OAuth>;
`,
  'state.ts': `import { ada, jonas } from '../seed/cast.ts';
import type { SandboxKit } from '../kit/world.ts';

export const accounts = [ada, jonas].map(({ name, email }, at) => ({ id: \`u\${at + 1}\`, name, email }));
export type ${capital(value)}Account = (typeof accounts)[number];

export interface StoredNote {
  readonly id: string;
  readonly by: string;
  readonly title: string;
  readonly key?: string;
}

interface ${capital(value)}State {
  notes: StoredNote[];
  nextId: number;
}

export const ${value}State = (kit: SandboxKit): ${capital(value)}State =>
  kit.store.part<${capital(value)}State>('${id}', () => ({
    notes: [
      { id: 'n1', by: 'u1', title: 'Tide tables for the demo' },
      { id: 'n2', by: 'u1', title: 'Colours for three states' },
      { id: 'n3', by: 'u2', title: 'Lease: break after three years' },
    ],
    nextId: 4,
  }));
`,
  'api.ts': `import { z } from 'zod';
import { methodsFor, q } from '../kit/api.ts';
import { json, type OriginHandler } from '../kit/exchange.ts';
import { cursorPage } from '../kit/paging.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import type { SandboxKit } from '../kit/world.ts';
import type { ${capital(value)}OAuth } from './oauth.ts';
import { ${value}State, type ${capital(value)}Account } from './state.ts';

const define = methodsFor<${capital(value)}Account>();
const statuses: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  unauthenticated: 401,
  bad_token: 401,
  expired_token: 401,
  scope: 403,
  unknown_path: 404,
  not_found: 404,
  limited: 429,
};

const refuse: Refuse = ({ kind, message, detail }) =>
  json(
    statuses[kind] ?? 400,
    { message: detail.issue ? \`\${wordsOf(detail.issue).field}: \${wordsOf(detail.issue).text}\` : message },
    detail.seconds === undefined ? {} : { 'retry-after': String(detail.seconds) },
  );

/** The API of ${title}. */
export function serve${capital(value)}(kit: SandboxKit, oauth: ${capital(value)}OAuth): OriginHandler {
  const methods = [
    define({
      id: 'me',
      http: 'GET',
      path: '/me',
      scopes: ['profile'],
      run: ({ account: { id, name, email } }) => ({ id, name, email }),
    }),
    define({
      id: 'listNotes',
      http: 'GET',
      path: '/notes',
      scopes: ['notes:read'],
      query: z.strictObject({ limit: q.int(1, 100), cursor: q.text(), key: q.text() }),
      run({ account, query }) {
        const own = ${value}State(kit).notes.filter(({ by }) => by === account.id);
        const found = query.key === undefined ? own : own.filter(({ key }) => key === query.key);
        return cursorPage('notes', found, query.cursor, query.limit ?? 25);
      },
    }),
    define({
      id: 'addNote',
      http: 'POST',
      path: '/notes',
      scopes: ['notes:write'],
      status: 201,
      body: z.strictObject({ title: z.string().min(1), key: z.string().optional() }),
      run({ account, body }) {
        const state = ${value}State(kit);
        const note = { id: \`n\${state.nextId++}\`, by: account.id, ...body };
        state.notes.push(note);
        kit.store.changed();
        return note;
      },
    }),
    define({
      id: 'deleteNote',
      http: 'DELETE',
      path: '/notes/{note}',
      scopes: ['notes:write'],
      run({ account, params }) {
        const state = ${value}State(kit);
        const found = state.notes.find(({ id, by }) => id === params.note && by === account.id);
        if (!found) throw new Refusal('not_found', 'There is no such note.');
        state.notes = state.notes.filter((note) => note !== found);
        kit.store.changed();
      },
    }),
  ];
  return serveApi<${capital(value)}Account>(kit, {
    name: '${id}',
    methods,
    refuse,
    quota: { units: 300 },
    caller(request) {
      const token = headerToken(request);
      return token === undefined ? 'missing' : oauth.bearer(token);
    },
  });
}
`,
});
