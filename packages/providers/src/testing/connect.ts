import {
  fill,
  type AuthMethod,
  type FragmentDeclaration,
  type ServiceAccountDeclaration,
} from '@switchboard/provider-kit';
import { answerConsent } from '@switchboard/sandbox';
import { createSign } from 'node:crypto';
import { local, type Connect, type Credential, type Walk } from './credential.ts';
import { redirectUri, sandboxClient } from './sandbox-client.ts';
import { walkOAuth } from './walk-oauth.ts';

/** Connects one account at a sandbox by a declared method. */
export async function connect(method: AuthMethod, walk: Walk): Promise<Credential> {
  switch (method.kind) {
    case 'oauth2':
      return walkOAuth(method, walk);
    case 'fragment':
      return walkFragment(method, walk);
    case 'apiKey':
      return { secret: typed(walk), settings: walk.settings };
    case 'serviceAccount':
      return assertion(method, walk);
  }
}

function typed({ typed: key }: Walk): string {
  if (key === undefined) throw new Error('The sandbox tells no key for this method; see `keys` of its world.');
  return key;
}

const walkFragment: Connect<FragmentDeclaration> = async (method, walk) => {
  const { clientId } = sandboxClient('');
  const scope = walk.scopes.join(method.scopeSeparator ?? ' ');
  const url = new URL(method.authorizationEndpoint);
  for (const [name, template] of Object.entries(method.authorizationParams))
    url.searchParams.set(name, fill(template, { ...walk.settings, clientId, redirectUri, scope }));
  const back = await answerConsent(
    local(walk.sandbox, url),
    walk.account === undefined ? {} : { account: walk.account },
  );
  const secret = new URLSearchParams(back.hash.slice(1)).get(method.tokenName ?? 'token');
  if (secret === null) throw new Error(`The callback has no token in its fragment: ${back.href}`);
  return { secret, clientId, settings: walk.settings };
};

const assertion: Connect<ServiceAccountDeclaration> = async (method, walk) => {
  const file = JSON.parse(typed(walk)) as { client_email: string; private_key: string; private_key_id?: string };
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: file.client_email, sub: walk.settings[method.actsFor], scope: walk.scopes.join(' ') };
  const times = { aud: method.tokenEndpoint, iat: now, exp: now + 3600 };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: file.private_key_id })}.${part({ ...claims, ...times })}`;
  const signature = createSign('sha256').update(signed).sign(file.private_key, 'base64url');
  const answer = await fetch(local(walk.sandbox, method.tokenEndpoint), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${signed}.${signature}`,
    }),
  });
  const text = await answer.text();
  const { access_token: secret } = JSON.parse(text) as { access_token?: string };
  if (!secret) throw new Error(`The sandbox gave no token: ${answer.status} ${text}`);
  return { secret, settings: walk.settings, refresh: () => assertion(method, walk) };
};
