import type { GrantEnd, Grant } from './grant-ends.ts';

const dayMs = 86_400_000;

/** Access tokens that are used are renewed so long before their end (O-13). */
export const renewAhead = { seconds: 300, share: 0.2 } as const;
/** A grant is exercised after this share of the life that renewals prolong. */
export const keptAfterShare = { least: 0.7, most: 0.8 } as const;
/** People are told so long before an end, at the most; and at least this share of its life. */
const toldBefore = { days: 7, share: 0.2, shareWhereRenewed: 0.05 } as const;
/** Shorter lives are told of at their end only. */
const shortestToldDays = 1;
/** An end that nobody put off is looked at within this time after it. */
const seenWithinMs = 600_000;

export interface UpkeepTimes {
  readonly renewAt: Date | null;
  readonly keepAt: Date | null;
  readonly noticeAt: Date | null;
}

/** When the hub acts on a grant by itself; `random` spreads grants of the same age (0 to 1). */
export function upkeepTimes(grant: Grant, ends: readonly GrantEnd[], random: () => number): UpkeepTimes {
  return {
    renewAt: renewalOf(grant, random()),
    keepAt: earliest(ends.map((end) => (end.renewed ? exercised(end, random()) : looked(end, random())))),
    noticeAt: earliest(ends.map(noticeTime)),
  };
}

function renewalOf({ issuedAt, accessExpiresAt, renewable }: Grant, random: number): Date | null {
  if (!accessExpiresAt || !renewable) return null;
  const life = Math.max(0, accessExpiresAt.getTime() - issuedAt.getTime());
  const ahead = Math.min(renewAhead.seconds * 1_000, life * renewAhead.share);
  return new Date(accessExpiresAt.getTime() - ahead * (0.8 + random * 0.2));
}

function exercised({ from, at }: GrantEnd, random: number): Date {
  const share = keptAfterShare.least + random * (keptAfterShare.most - keptAfterShare.least);
  return new Date(from.getTime() + (at.getTime() - from.getTime()) * share);
}

const looked = ({ at }: GrantEnd, random: number): Date => new Date(at.getTime() + random * seenWithinMs);

/** When people are told of an end; undefined where its life is too short to tell them ahead. */
export function noticeTime({ from, at, renewed }: GrantEnd): Date | undefined {
  const life = at.getTime() - from.getTime();
  if (life < shortestToldDays * dayMs) return undefined;
  const share = renewed ? toldBefore.shareWhereRenewed : toldBefore.share;
  return new Date(at.getTime() - Math.min(toldBefore.days * dayMs, life * share));
}

function earliest(times: readonly (Date | undefined)[]): Date | null {
  const known = times.filter((time) => time !== undefined).map((time) => time.getTime());
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}
