import type { SandboxRequest } from '../exchange.ts';
import type { Parts } from './authorize.ts';
import type { OAuthAccount } from './config.ts';
import { entryOf, hashed, type RefreshToken } from './state.ts';
import { TokenError, type Fields } from './token-request.ts';
import type { Granted } from './token.ts';

const graceMs = 30 * 24 * 3_600_000;

/** RFC 6749 §6, with the provider's rotation. @throws {TokenError} `invalid_grant`, `invalid_scope` or `too_many_requests`. */
export function refreshed<Account extends OAuthAccount>(
  parts: Parts<Account>,
  fields: Fields,
  clientId: string,
  request: SandboxRequest,
): Granted {
  const { kit, config, grants } = parts;
  const name = hashed(fields.refresh_token!);
  const held = entryOf(grants.state.refresh, name);
  const grant = held && entryOf(grants.state.grants, held.grantId);
  const dead = new TokenError('invalid_grant', 'The refresh token is invalid, expired or revoked.');
  if (!held || !grant || grant.clientId !== clientId) throw dead;
  const account = grants.accountBy(grant.accountId)!;
  if ((config.homeOf?.(account) ?? request.origin) !== request.origin) throw dead;
  const now = kit.clock();
  if (held.expiresAt !== undefined && held.expiresAt <= now) throw dead;
  if (config.idleSeconds !== undefined && grant.usedAt + config.idleSeconds * 1000 <= now) {
    grants.end(held.grantId);
    throw dead;
  }
  if (held.spentAt !== undefined && !mayRetry(parts, held.spentAt)) {
    if (config.reuseEndsGrant) grants.end(held.grantId);
    throw dead;
  }
  meter(parts, held, now);
  const scopes = narrowed(parts, fields.scope, grant.scopes);
  if (config.rotation === 'none') return { grant, scopes, tokens: grants.issue(held.grantId, undefined, scopes) };
  if (config.rotation !== 'beside') spend(parts, held, name, now);
  return { grant, scopes, tokens: grants.issue(held.grantId, { parent: name }, scopes) };
}

/** With grace a spent token may be retried for a while; the first use of its successor removes it. */
function mayRetry<Account extends OAuthAccount>({ kit, config }: Parts<Account>, spentAt: number): boolean {
  const limit = config.graceSeconds === undefined ? graceMs : config.graceSeconds * 1000;
  return config.rotation === 'grace' && spentAt + limit > kit.clock();
}

/** Spends the token; with grace its first use ends the one it came for, and that one's other successors. */
function spend<Account extends OAuthAccount>(
  { config, grants }: Parts<Account>,
  held: RefreshToken,
  name: string,
  now: number,
): void {
  held.spentAt ??= now;
  if (config.rotation !== 'grace' || held.parent === undefined) return;
  const { refresh } = grants.state;
  for (const [other, { parent }] of Object.entries(refresh))
    if (other === held.parent || (parent === held.parent && other !== name)) delete refresh[other];
}

function meter<Account extends OAuthAccount>({ config }: Parts<Account>, held: RefreshToken, now: number): void {
  const limit = config.refreshLimit;
  if (!limit) return;
  const windowMs = limit.minutes * 60_000;
  held.uses = held.uses.filter((at) => at > now - windowMs);
  if (held.uses.length >= limit.times) {
    const wait = Math.ceil((held.uses[0]! + windowMs - now) / 1000);
    throw new TokenError('too_many_requests', 'You have made too many requests continuously.', 429, wait);
  }
  held.uses.push(now);
}

function narrowed<Account extends OAuthAccount>(
  { config }: Parts<Account>,
  asked: string | undefined,
  granted: readonly string[],
): readonly string[] {
  if (asked === undefined) return granted;
  const wanted = asked.split(config.separator ?? ' ').filter(Boolean);
  const more = wanted.find((scope) => !granted.includes(scope));
  if (more !== undefined) throw new TokenError('invalid_scope', `The scope ${more} was not granted.`);
  return wanted;
}
