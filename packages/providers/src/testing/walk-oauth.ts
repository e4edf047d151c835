import { fill, valuesOf, type OAuth2Declaration } from '@switchboard/provider-kit';
import { answerConsent } from '@switchboard/sandbox';
import { createHash, randomBytes } from 'node:crypto';
import { local, type Connect, type Credential, type Walk } from './credential.ts';
import { at } from './pointer.ts';
import { redirectUri, sandboxClient } from './sandbox-client.ts';

/** Walks the code flow as the declaration tells it, a person consenting to everything. */
export const walkOAuth: Connect<OAuth2Declaration> = async (method, walk) => {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const back = await answerConsent(
    local(walk.sandbox, authorizationUrl(method, walk, { verifier, state })),
    walk.account === undefined ? {} : { account: walk.account },
  );
  const settings = settingsOf(method, walk, back);
  checkCallback(method, { ...walk, settings }, back, state);

  return tokens(
    method,
    { ...walk, settings },
    {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code')!,
      redirect_uri: redirectUri,
      ...(method.pkce === 'S256' && { code_verifier: verifier }),
      ...method.tokenParams,
    },
  );
};

const clientOf = ({ client = 'hub' }: OAuth2Declaration, { settings }: Walk) =>
  client === 'hub'
    ? sandboxClient('')
    : { clientId: settings.clientId ?? '', clientSecret: settings.clientSecret ?? '' };

function authorizationUrl(method: OAuth2Declaration, walk: Walk, flow: { verifier: string; state: string }): URL {
  const values = valuesOf(walk.settings, walk.tables);
  const url = new URL(fill(method.authorizationEndpoint, values));
  const scope = walk.scopes.join(method.scopeSeparator ?? ' ');
  const parameters = {
    response_type: 'code',
    client_id: clientOf(method, walk).clientId,
    redirect_uri: redirectUri,
    state: flow.state,
    ...(scope && { [method.scopeParam ?? 'scope']: scope }),
    ...(method.issuer !== undefined && { nonce: flow.state }),
    ...(method.pkce === 'S256' && {
      code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
    ...method.authorizationParams,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

function settingsOf({ callback }: OAuth2Declaration, { settings, tables }: Walk, back: URL): Walk['settings'] {
  if (!callback?.tellsSetting) return settings;
  const { parameter, setting } = callback.tellsSetting;
  const told = back.searchParams.get(parameter);
  if (told === null || !Object.hasOwn(tables?.[setting] ?? {}, told))
    throw new Error(`The callback tells no known ${parameter}: ${told}`);
  return { ...settings, [setting]: told };
}

function checkCallback({ callback }: OAuth2Declaration, walk: Walk, back: URL, state: string): void {
  const values = valuesOf(walk.settings, walk.tables);
  const must = { state, ...filled(callback?.mustSay ?? {}, values) };
  for (const [name, value] of Object.entries(must)) {
    if (back.searchParams.get(name) !== value) throw new Error(`The callback says another ${name}: ${back.search}`);
  }
  if (!back.searchParams.has('code')) throw new Error(`The callback has no code: ${back.search}`);
}

async function tokens(method: OAuth2Declaration, walk: Walk, form: Record<string, string>): Promise<Credential> {
  const values = valuesOf(walk.settings, walk.tables);
  const { clientId, clientSecret } = clientOf(method, walk);
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const fields = {
    ...form,
    ...(method.clientAuth === 'client_secret_post' && { client_id: clientId, client_secret: clientSecret }),
    ...(method.clientAuth === 'none' && { client_id: clientId }),
  };
  const asJson = method.tokenBody === 'json';
  const answer = await fetch(local(walk.sandbox, fill(method.tokenEndpoint, values)), {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(method.clientAuth === 'client_secret_basic' && { authorization: `Basic ${basic}` }),
      ...method.tokenHeaders,
    },
    body: asJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  });
  const text = await answer.text();
  const whole: unknown = JSON.parse(text);
  for (const [pointer, value] of Object.entries(filled(method.tokenAnswerMustSay ?? {}, values))) {
    if (at(whole, pointer) !== value) throw new Error(`The token answer says another ${pointer}: ${text}`);
  }
  const pointed = at(whole, method.tokensAt ?? '') ?? (form.grant_type === 'refresh_token' ? whole : undefined);
  const told = pointed as { access_token?: string; refresh_token?: string } | undefined;
  if (!told?.access_token) throw new Error(`The sandbox gave no token: ${answer.status} ${text}`);
  const refreshToken = told.refresh_token ?? form.refresh_token;
  return {
    secret: told.access_token,
    clientId,
    settings: walk.settings,
    ...(refreshToken !== undefined && {
      refresh: () => tokens(method, walk, { grant_type: 'refresh_token', refresh_token: refreshToken }),
    }),
  };
}

const filled = (templates: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, fill(template, values)]));
