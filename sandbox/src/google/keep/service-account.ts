import { importSPKI, jwtVerify } from 'jose';
import { formOf, json, type SandboxAnswer, type SandboxRequest } from '../../kit/exchange.ts';
import { secretName } from '../../kit/random.ts';
import { rsaKeys } from '../../kit/rsa-keys.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { Bearer } from '../oauth/bearer.ts';
import { workspaceBy } from './workspace.ts';

export const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
export const servicePrefix = 'ya29.c.';
const tokenEndpoint = 'https://oauth2.googleapis.com/token';
const seconds = 3599;
const auth = 'https://www.googleapis.com/auth/';

/** The scopes that the Workspace's admin allows the service account. */
const allowed: ReadonlySet<string> = new Set([
  'openid',
  `${auth}userinfo.email`,
  `${auth}userinfo.profile`,
  `${auth}keep`,
  `${auth}keep.readonly`,
]);

interface ServiceState {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly keyId: string;
  tokens: Record<string, { email: string; scopes: string[]; until: number }>;
}

const clientEmail = 'notes@fernhill-sandbox.iam.gserviceaccount.com';
const clientId = '118000000000000000042';

const serviceState = (kit: SandboxKit): ServiceState =>
  kit.store.part<ServiceState>('google.service', () => {
    const { privateKey, publicKey } = rsaKeys();
    return {
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
      keyId: secretName(20),
      tokens: {},
    };
  });

/** The file that Google lets an admin download for a service account's key. */
export const keyFile = (kit: SandboxKit): string => {
  const { privateKey, keyId } = serviceState(kit);
  return JSON.stringify({
    type: 'service_account',
    project_id: 'fernhill-sandbox',
    private_key_id: keyId,
    private_key: privateKey,
    client_email: clientEmail,
    client_id: clientId,
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: tokenEndpoint,
    universe_domain: 'googleapis.com',
  });
};

const refused = (status: number, error: string, description: string): SandboxAnswer =>
  json(status, { error, error_description: description });

/** Gives access for a signed assertion (RFC 7523 §2.1), as far as the admin allows it and for people of the Workspace only. */
export async function exchangeAssertion(kit: SandboxKit, request: SandboxRequest): Promise<SandboxAnswer> {
  const claims = await claimsOf(kit, formOf(request).assertion ?? '');
  if (typeof claims === 'string') return refused(400, 'invalid_grant', claims);
  const person = workspaceBy(String(claims.sub));
  const scopes = String(claims.scope ?? '')
    .split(' ')
    .filter(Boolean);
  if (!person || scopes.length === 0 || scopes.some((scope) => !allowed.has(scope)))
    return refused(
      401,
      'unauthorized_client',
      'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
    );
  const token = `${servicePrefix}${secretName(40)}`;
  serviceState(kit).tokens[token] = { email: person.email, scopes, until: kit.clock() + seconds * 1000 };
  kit.store.changed();
  return json(
    200,
    { access_token: token, expires_in: seconds, token_type: 'Bearer' },
    { 'cache-control': 'no-store', pragma: 'no-cache' },
  );
}

/** What an assertion says, or why it is no good. */
async function claimsOf(kit: SandboxKit, assertion: string): Promise<Record<string, unknown> | string> {
  const { publicKey } = serviceState(kit);
  try {
    const { payload } = await jwtVerify(assertion, await importSPKI(publicKey, 'RS256'), {
      algorithms: ['RS256'],
      audience: tokenEndpoint,
      issuer: clientEmail,
      currentDate: new Date(kit.clock()),
      requiredClaims: ['iat', 'exp', 'sub'],
    });
    const life = payload.exp! - payload.iat!;
    return life > 3600
      ? 'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.'
      : { ...payload };
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'Invalid JWT Signature.';
    if (code === 'ERR_JWT_EXPIRED')
      return 'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.';
    return 'Invalid JWT: Failed to verify the assertion.';
  }
}

/** Who a service account's token acts for, or undefined where it is stale or not known. */
export function serviceBearer(kit: SandboxKit, token: string): Bearer | undefined {
  const { tokens } = serviceState(kit);
  const stored = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  const account = stored && stored.until > kit.clock() ? workspaceBy(stored.email) : undefined;
  return account && { account, clientId: clientEmail, scopes: new Set(stored!.scopes) };
}

/** Makes the tokens stale that act for an account, or all of them; answers how many. */
export function expireService(kit: SandboxKit, accountId?: string): number {
  const { tokens } = serviceState(kit);
  const stale = Object.entries(tokens).filter(
    ([, { email }]) => !accountId || workspaceBy(email)?.ownerId === accountId,
  );
  for (const [token] of stale) delete tokens[token];
  kit.store.changed();
  return stale.length;
}
