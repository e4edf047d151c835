import { createHash } from 'node:crypto';
import { json, type SandboxAnswer, type SandboxRequest } from '../exchange.ts';
import type { Parts } from './authorize.ts';
import type { OAuthAccount, TokenRefusal } from './config.ts';
import type { IssuedTokens } from './grants.ts';
import { refreshed } from './refresh.ts';
import { entryOf, hashed, type Grant } from './state.ts';
import { authenticate, fieldsOf, grantTypeOf, TokenError, type Fields } from './token-request.ts';

/** What a token request was granted. */
export interface Granted {
  readonly grant: Grant;
  readonly tokens: IssuedTokens;
  readonly scopes: readonly string[];
  readonly nonce?: string;
}

/** RFC 6749 §5.2. */
export const standardRefusal = ({ status, error, description, retryAfterSeconds }: TokenRefusal): SandboxAnswer =>
  json(
    status,
    { error, error_description: description },
    {
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Basic realm="token"' }),
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
  );

/** The token endpoint: a code or a refresh token becomes access. */
export async function token<Account extends OAuthAccount>(
  parts: Parts<Account>,
  request: SandboxRequest,
): Promise<SandboxAnswer> {
  const { config } = parts;
  try {
    const fields = fieldsOf(config, request);
    const client = authenticate(parts, request, fields);
    const grantType = grantTypeOf(config, fields);
    const work = grantType === 'refresh_token' ? refreshed : exchanged;
    const granted = work(parts, fields, client.clientId, request);
    return json(200, await answerOf(parts, granted, grantType, request), { 'cache-control': 'no-store' });
  } catch (error) {
    if (error instanceof TokenError) return (config.errors ?? standardRefusal)(error.refusal);
    throw error;
  }
}

/** RFC 6749 §4.1.3; a code that comes twice ends what it gave (§4.1.2). */
function exchanged<Account extends OAuthAccount>(
  parts: Parts<Account>,
  fields: Fields,
  clientId: string,
  request: SandboxRequest,
): Granted {
  const { kit, config, grants } = parts;
  const refused = (text: string): TokenError => new TokenError('invalid_grant', text);
  const code = entryOf(grants.state.codes, hashed(fields.code!));
  const grant = code && entryOf(grants.state.grants, code.grantId);
  const home = grant && config.homeOf?.(grants.accountBy(grant.accountId)!);
  if (!code || !grant || grant.clientId !== clientId || (home ?? request.origin) !== request.origin)
    throw refused('The code is not known.');
  if (code.spent) {
    grants.end(code.grantId);
    throw refused('The code was used before.');
  }
  code.spent = true;
  kit.store.changed();
  const wrong = wrongCode(parts, fields, code);
  if (wrong) {
    grants.end(code.grantId);
    throw refused(wrong);
  }
  const { offline } = config;
  const wanted = typeof offline === 'object' && 'tokenParameter' in offline ? offline : undefined;
  const gives = grant.offline && (!wanted || fields[wanted.tokenParameter] === wanted.value);
  const tokens = grants.issue(code.grantId, gives ? {} : undefined);
  return { grant, tokens, scopes: grant.scopes, ...(code.nonce && { nonce: code.nonce }) };
}

function wrongCode<Account extends OAuthAccount>(
  { kit, config }: Parts<Account>,
  fields: Fields,
  code: { readonly expiresAt: number; readonly redirectUri: string; readonly codeChallenge?: string },
): string | undefined {
  const verifier = fields.code_verifier;
  if (code.expiresAt <= kit.clock()) return 'The code has expired.';
  if (code.redirectUri !== fields.redirect_uri) return 'The redirect URI is not the one of the authorization request.';
  if (config.pkce === 'ignored') return undefined;
  if (code.codeChallenge === undefined)
    return verifier === undefined ? undefined : 'There is a verifier without a challenge.';
  if (!/^[\w.~-]{43,128}$/.test(verifier ?? '')) return 'The code verifier is missing or malformed.';
  const challenge = createHash('sha256').update(verifier!).digest('base64url');
  return challenge === code.codeChallenge ? undefined : 'The code verifier is wrong.';
}

async function answerOf<Account extends OAuthAccount>(
  { config, grants }: Parts<Account>,
  { grant, tokens, scopes, nonce }: Granted,
  grantType: 'authorization_code' | 'refresh_token',
  request: SandboxRequest,
): Promise<unknown> {
  const { accessSeconds, refreshSeconds, separator = ' ', answerSeparator = separator, answersScope = true } = config;
  const plain = {
    access_token: tokens.access,
    token_type: 'bearer',
    ...(accessSeconds !== undefined && { expires_in: accessSeconds }),
    ...(tokens.refresh !== undefined && { refresh_token: tokens.refresh }),
    ...(answersScope && scopes.length > 0 && { scope: scopes.join(answerSeparator) }),
  };
  const shaped = config.answer?.(plain, {
    account: grants.accountBy(grant.accountId)!,
    clientId: grant.clientId,
    scopes,
    grantType,
    ...(tokens.refresh !== undefined && refreshSeconds !== undefined && { refreshExpiresIn: refreshSeconds }),
    ...(nonce !== undefined && { nonce }),
    request,
  });
  return (await shaped) ?? plain;
}
