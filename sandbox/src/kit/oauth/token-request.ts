import type { SandboxRequest } from '../exchange.ts';
import type { SandboxClient, SandboxKit } from '../world.ts';
import { clientBy } from './authorize.ts';
import type { AuthorizationRules, TokenRefusal } from './config.ts';

/** A refusal on its way to the provider's shape. */
export class TokenError extends Error {
  readonly refusal: TokenRefusal;

  constructor(error: string, description: string, status = 400, retryAfterSeconds?: number) {
    super(description);
    this.refusal = { status, error, description, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
}

export type Fields = Readonly<Record<string, string>>;

/** The members of a token or revocation request. @throws {TokenError} for another encoding, and for what is there twice or no text. */
export function fieldsOf(config: Pick<AuthorizationRules, 'tokenBody'>, request: SandboxRequest): Fields {
  if (request.method !== 'POST') throw new TokenError('invalid_request', 'Only POST is served here.', 405);
  if (request.query.size > 0) throw new TokenError('invalid_request', 'Nothing belongs in the query here.');
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const kind = { 'application/x-www-form-urlencoded': 'form', 'application/json': 'json' }[type];
  if (!config.tokenBody.some((one) => one === kind))
    throw new TokenError('invalid_request', `The body must be ${config.tokenBody.join(' or ')}.`);
  const text = request.body.toString('utf8');
  return kind === 'json' ? jsonFields(text) : formFields(text);
}

function formFields(text: string): Fields {
  const form = new URLSearchParams(text);
  const twice = [...new Set(form.keys())].find((name) => form.getAll(name).length > 1);
  if (twice) throw new TokenError('invalid_request', `${twice} is there twice.`);
  return Object.fromEntries(form);
}

function jsonFields(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TokenError('invalid_request', 'The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TokenError('invalid_request', 'The body is not a JSON object.');
  const entries = Object.entries(value);
  const wrong = entries.find(([, one]) => typeof one !== 'string' && typeof one !== 'number');
  if (wrong) throw new TokenError('invalid_request', `${wrong[0]} is no text.`);
  return Object.fromEntries(entries.map(([name, one]) => [name, String(one)]));
}

/** Who asks, proven in a place the provider takes. @throws {TokenError} `invalid_client`, or `invalid_request` for two proofs. */
export function authenticate(
  { kit, config }: { readonly kit: SandboxKit; readonly config: Pick<AuthorizationRules, 'provider' | 'clientAuth'> },
  request: SandboxRequest,
  fields: Fields,
): SandboxClient {
  const basic = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const refused = (text: string): TokenError => new TokenError('invalid_client', text, 401);
  if (basic && fields.client_secret !== undefined)
    throw new TokenError('invalid_request', 'The client proves itself in two places.');
  const place = basic ? 'basic' : fields.client_secret === undefined ? 'none' : 'post';
  if (!config.clientAuth.includes(place)) throw refused(`Client authentication by ${place} is not taken here.`);
  const [id, secret] = basic ? basicPair(basic) : [fields.client_id ?? '', fields.client_secret];
  const client = clientBy(kit, config.provider, id);
  if (!client) throw refused('The client is not known here.');
  if (fields.client_id !== undefined && fields.client_id !== id) throw refused('The client ids differ.');
  if (place !== 'none' && client.clientSecret !== secret) throw refused('The client secret is wrong.');
  return client;
}

/** RFC 6749 §2.3.1: both halves are form-encoded first. */
function basicPair(encoded: string): [string, string] {
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const decode = (text: string): string => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return text;
    }
  };
  return [decode(id), decode(rest.join(':'))];
}

const known: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['code', 'redirect_uri', 'code_verifier'],
  refresh_token: ['refresh_token', 'scope'],
};

/** The kind of grant a token request uses. @throws {TokenError} for unknown kinds and members, and for what is missing. */
export function grantTypeOf(config: AuthorizationRules, fields: Fields): 'authorization_code' | 'refresh_token' {
  const type = fields.grant_type ?? '';
  if (type === '') throw new TokenError('invalid_request', 'grant_type is missing.');
  if (type !== 'authorization_code' && type !== 'refresh_token')
    throw new TokenError('unsupported_grant_type', `The grant type ${type} is not served.`);
  const more = config.tokenKnows ?? {};
  const offline = typeof config.offline === 'object' && 'tokenParameter' in config.offline ? config.offline : undefined;
  for (const [name, value] of Object.entries(fields)) {
    if (['grant_type', 'client_id', 'client_secret', ...known[type]!, offline?.tokenParameter].includes(name)) continue;
    const wanted = Object.hasOwn(more, name) ? more[name] : undefined;
    if (wanted !== '*' && wanted !== value) throw new TokenError('invalid_request', `${name} is not known or wrong.`);
  }
  const needed = type === 'refresh_token' ? ['refresh_token'] : ['code', 'redirect_uri'];
  const missing = needed.find((name) => !fields[name]);
  if (missing) throw new TokenError('invalid_request', `${missing} is missing.`);
  return type;
}
