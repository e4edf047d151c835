import { json, type SandboxRequest } from '../kit/exchange.ts';
import { createAuthorizationServer } from '../kit/oauth/index.ts';
import { headerToken, serveApi } from '../kit/rest.ts';
import type { World, WorldFactory } from '../kit/world.ts';
import { methodsOf } from '../notes/methods.ts';
import { type Notebook, seedNotebook, type Writer, writers } from '../notes/model.ts';
import { notesPage } from '../notes/page.ts';
import { refusedNotes } from '../notes/refusal.ts';

const provider = 'oauth';
const issuer = 'https://login.fernhill.example';
const api = 'https://api.fernhill.example';
const scopes = { 'notes.read': 'See your notes', 'notes.write': 'Change your notes', profile: 'See your name' };
const invalidToken = 'Bearer error="invalid_token"';
const people = writers.map((writer) => ({ ...writer, name: writer.title, email: writer.id }));

/** What the issuer says of itself (RFC 8414 §3.2). */
const description = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
  userinfo_endpoint: `${issuer}/me`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  scopes_supported: Object.keys(scopes),
};

/** The same notes service behind OAuth 2.0, to try "any OAuth 2.0 service" with: it describes itself, and renews by single use. */
export const createOauth: WorldFactory = (kit): World => {
  const server = createAuthorizationServer(kit, {
    provider,
    title: 'Fernhill',
    accounts: people,
    scopes,
    partialConsent: true,
    pkce: 'required',
    clientAuth: ['basic', 'post'],
    tokenBody: ['form'],
    offline: 'always',
    codeSeconds: 60,
    accessSeconds: 3_600,
    rotation: 'single-use',
    reuseEndsGrant: true,
  });
  const notebookOf = (writer: Writer): Notebook =>
    kit.store.part(`oauth.${writer.id}`, () => seedNotebook(writer, kit.clock()));
  const bearer = (request: SandboxRequest) => {
    const token = headerToken(request);
    return token === undefined ? 'missing' : server.bearer(token);
  };
  const me = (request: SandboxRequest) => {
    const found = bearer(request);
    if (found === undefined || typeof found === 'string')
      return json(401, { error: 'invalid_token' }, { 'www-authenticate': invalidToken });
    const { user, name, email } = found.account;
    return json(200, { sub: `fernhill-${user}`, name, email });
  };
  const described = ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'];
  const client = kit.clients.find((one) => one.provider === provider);

  return {
    provider,
    title: 'Any OAuth 2.0 service (Fernhill)',
    origins: {
      [issuer]: (request) => {
        if (described.includes(request.path)) return json(200, description);
        if (request.path === '/me') return me(request);
        const paths = { authorize: '/authorize', token: '/token', revoke: '/revoke' };
        return server.serve(request, paths) ?? json(404, { error: 'not_found' });
      },
      [api]: serveApi<(typeof people)[number]>(kit, {
        name: 'oauth',
        under: '/v1',
        methods: methodsOf(kit, notebookOf),
        caller: bearer,
        refuse: (refusal) => refusedNotes(refusal, invalidToken),
        quota: { units: 600 },
      }),
    },
    errorBody: (_status, reason) => ({ error: reason ?? 'Something went wrong.' }),
    accounts: () => people.map(({ id, title }) => ({ id, title, subtitle: id })),
    apps: server.apps,
    keys: () => [
      {
        method: 'oauth',
        title: people[0]!.title,
        settings: { baseUrl: `${api}/v1`, issuer, scopes: 'notes.read notes.write profile' },
        ...(client && { clientId: client.clientId, clientSecret: client.clientSecret }),
      },
    ],
    stateOf: (id) => {
      const found = server.accountBy(id);
      return found && notebookOf(found);
    },
    pageOf: (id) => notesPage(notebookOf(server.accountBy(id)!)),
    expireTokens: (account) => Promise.resolve(server.expireTokens(account)),
    revokeGrants: (account) => Promise.resolve(server.revokeGrants(account)),
    reset: () => {
      for (const { id } of people) kit.store.forget(`oauth.${id}`);
    },
  };
};
