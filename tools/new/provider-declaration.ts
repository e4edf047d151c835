import type { ProviderNames } from './provider.ts';

/** The declaration of a new provider, by file: what is to be replaced is what the vendor's documents say. */
export const declarationFiles = ({ id, value, title }: ProviderNames): Record<string, string> => ({
  'index.ts': `import { defineProvider, oauth2 } from '@switchboard/provider-kit';
import { actions } from './actions.ts';
import { explain } from './explain.ts';
import { features } from './features.ts';

export const ${value} = defineProvider({
  id: '${id}',
  title: '${title}',
  description: 'Your notes at ${title}.',
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
      features,
      baseFeatures: ['identity'],
      defaultExpiresIn: 3600,
    }),
  },
  api: { baseUrl: 'https://api.${id}.example', hosts: ['https://api.${id}.example'], perSecond: 5 },
  explain,
  actions,
});
`,
  'features.ts': `import type { OAuth2Declaration } from '@switchboard/provider-kit';

/** What a person lets the hub do at ${title}. */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name and e-mail address, to show which account is connected.',
    scopes: ['profile'],
    required: true,
  },
  'notes.read': { title: 'See notes', description: 'See your notes.', scopes: ['notes:read'] },
  'notes.write': {
    title: 'Change notes',
    description: 'Add and delete notes, each time after your yes. Seeing them is included.',
    scopes: ['notes:read', 'notes:write'],
    includes: ['notes.read'],
  },
} satisfies OAuth2Declaration['features'];
`,
  'explain.ts': `import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

const Failure = z.object({ message: z.string() });

/** What ${title} means by an error answer. */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }) => {
  const parsed = Failure.safeParse(body);
  const reason = parsed.success ? parsed.data.message : undefined;
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  const retryAfterSeconds = seconds >= 0 ? seconds : undefined;

  if (status === 401) return { kind: 'credential', reason };
  if (status === 403) return { kind: 'scope', reason };
  if (status === 404) return { kind: 'not_found', reason };
  if (status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  return { kind: status >= 500 ? 'unavailable' : 'rejected', reason };
};
`,
  'actions.ts': `import type { AnyAction } from '@switchboard/provider-kit';
import { addNote } from './actions/add-note.ts';
import { listNotes } from './actions/list-notes.ts';

export const actions: readonly AnyAction[] = [listNotes, addNote];
`,
  'actions/list-notes.ts': `import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';

const Note = z.object({ id: z.string(), title: z.string() });

export const listNotes = defineAction({
  name: 'list_notes',
  title: 'List notes',
  description: 'Lists your notes.',
  effect: 'read',
  idempotent: true,
  needs: ['notes.read'],
  phrases: ['my notes'],
  input: z.object({
    limit: z.int().min(1).max(100).default(25).describe('Most results'),
    cursor: z.string().max(512).optional().describe('Where the list goes on, as the last answer said'),
  }),
  output: z.object({ notes: z.array(Note), nextCursor: z.string().optional() }),

  async run({ http }, { limit, cursor }) {
    const schema = z.object({ items: z.array(Note), next: z.string().optional() });
    const { items, next } = await http.get('/notes', { query: { limit, cursor }, schema });
    return { notes: items, ...(next !== undefined && { nextCursor: next }) };
  },

  examples: [{ input: {} }],
});
`,
  'actions/add-note.ts': `import { defineAction } from '@switchboard/provider-kit';
import { z } from 'zod';

const Note = z.object({ id: z.string(), title: z.string(), key: z.string().optional() });

export const addNote = defineAction({
  name: 'add_note',
  title: 'Add a note',
  description: 'Adds a note. Running it twice adds two.',
  effect: 'write',
  idempotent: false,
  needs: ['notes.write'],
  phrases: ['note {title}'],
  input: z.object({ title: z.string().min(1).max(200).describe('What to note') }),
  output: z.object({ id: z.string(), title: z.string() }),

  async run({ http, run }, { title }) {
    const { id, title: noted } = await http.post('/notes', { json: { title, key: run.marker }, schema: Note });
    return { id, title: noted };
  },

  /** The marker of the run is the note's key, by which it is found again. */
  async recover({ http, run }) {
    const schema = z.object({ items: z.array(Note) });
    const { items } = await http.get('/notes', { query: { key: run.marker }, schema });
    return items[0] && { id: items[0].id, title: items[0].title };
  },

  undo: ({ http }, { output }) => http.delete(\`/notes/\${encodeURIComponent(output.id)}\`),

  examples: [{ input: { title: 'Ask Daniel about the berths' } }],
});
`,
  [`${id}.conformance.spec.ts`]: `import { describeConformance } from '../testing/describe-conformance.ts';
import { ${value} } from './index.ts';

// Give the vendor's own description here: openApi, discovery, stone, graphql, telegramApi or csdl of @switchboard/testing/descriptions.
describeConformance(${value}, { description: () => undefined });
`,
  'icon.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" role="img" aria-label="${title}">
  <rect width="48" height="48" rx="12" fill="#4361ee" />
</svg>
`,
  'setup.md': `# Set up ${title}

1. Open ${title}'s developer console and make an application.
2. Register the redirect URL that the hub shows on its set-up page. It must match to the letter.
3. Copy the client ID and the client secret into the hub's set-up page, or start it with \`${id.toUpperCase()}_CLIENT_ID\` and
   \`${id.toUpperCase()}_CLIENT_SECRET\`.
`,
});
