import type { AuthMethod, GrantLife } from '@switchboard/provider-kit';
import type { Connection } from '../connections/connection.entity.ts';

const dayMs = 86_400_000;
/** A provider's answer and the declared days may differ by this much and still mean the same rule. */
const sameRuleMs = dayMs / 24;

/** What is known of a grant's age. */
export type Grant = Pick<
  Connection,
  'issuedAt' | 'consentedAt' | 'accessExpiresAt' | 'refreshExpiresAt' | 'lastUsedAt' | 'testing' | 'renewable'
>;

/** One way in which a connection comes to its end by itself. */
export interface GrantEnd {
  /** When the life that ends began. */
  readonly from: Date;
  readonly at: Date;
  readonly reason: string;
  /** True where the hub's own renewals put it off; false where only the person can. */
  readonly renewed: boolean;
  /** True where each use puts it off: what was planned for it may have come too early. */
  readonly used?: boolean;
}

/** Every end that the declaration and the provider's answers foretell. */
export function grantEnds(grant: Grant, method: AuthMethod | undefined): GrantEnd[] {
  if (!method) return [];
  if (method.kind !== 'oauth2') return method.life ? endsWithoutRenewal(grant, method.life) : [];
  const { life = { reason: 'The provider ends this access then.' }, refreshRotates: rotates = false } = method;
  const { issuedAt, consentedAt, refreshExpiresAt: told } = grant;
  if (!grant.renewable)
    return grant.accessExpiresAt ? [unrenewable(grant, grant.accessExpiresAt)] : endsWithoutRenewal(grant, life);
  const testing = grant.testing && life.testingDays !== undefined;
  const testingReason = life.testingReason ?? life.reason;
  const ends: GrantEnd[] = [];
  if (told) ends.push({ from: issuedAt, at: told, reason: reasonOf(grant, life, told), renewed: rotates && !testing });
  else if (testing)
    ends.push({ from: consentedAt, at: after(consentedAt, life.testingDays), reason: testingReason, renewed: false });
  if (!told && life.refreshTokenDays !== undefined) {
    const from = rotates ? issuedAt : consentedAt;
    ends.push({ from, at: after(from, life.refreshTokenDays), reason: life.reason, renewed: rotates });
  }
  if (life.idleDays !== undefined)
    ends.push({ from: issuedAt, at: after(issuedAt, life.idleDays), reason: life.reason, renewed: true });
  return ends;
}

/** The end to show: the first that needs the person, else the first that the hub puts off. */
export function nextEnd(ends: readonly GrantEnd[]): GrantEnd | undefined {
  const [first] = ends.toSorted((a, b) => Number(a.renewed) - Number(b.renewed) || a.at.getTime() - b.at.getTime());
  return first;
}

/** True where an answered life is that of a client in testing mode. */
export const saysTesting = (method: AuthMethod | undefined, refreshTokenSeconds: number | undefined): boolean =>
  method?.kind === 'oauth2' &&
  method.life?.testingDays !== undefined &&
  refreshTokenSeconds !== undefined &&
  refreshTokenSeconds * 1_000 <= method.life.testingDays * dayMs + sameRuleMs;

function endsWithoutRenewal({ consentedAt, lastUsedAt }: Grant, life: GrantLife): GrantEnd[] {
  const { reason, refreshTokenDays, idleDays } = life;
  const idleFrom = lastUsedAt && lastUsedAt > consentedAt ? lastUsedAt : consentedAt;
  return [
    ...(refreshTokenDays === undefined
      ? []
      : [{ from: consentedAt, at: after(consentedAt, refreshTokenDays), reason, renewed: false }]),
    ...(idleDays === undefined
      ? []
      : [{ from: idleFrom, at: after(idleFrom, idleDays), reason, renewed: false, used: true }]),
  ];
}

const unrenewable = ({ issuedAt }: Grant, at: Date): GrantEnd => ({
  from: issuedAt,
  at,
  reason: 'The provider gave this access without a way to renew it.',
  renewed: false,
});

function reasonOf({ testing }: Grant, life: GrantLife, told: Date): string {
  if (testing && life.testingDays !== undefined) return life.testingReason ?? life.reason;
  return life.refreshTokenDays === undefined ? `The provider said that this access ends ${dateOf(told)}.` : life.reason;
}

const dateOf = (at: Date): string => `on ${at.toISOString().slice(0, 10)}`;
const after = (from: Date, days = 0): Date => new Date(from.getTime() + days * dayMs);
