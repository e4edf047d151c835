import { Injectable } from '@nestjs/common';
import { Database } from '@switchboard/nest-kit';
import { Hub } from '../core/hub.ts';
import { type Limit, Limits } from '../core/limits.ts';
import { sha256 } from '../sessions/tokens.ts';

/** Attempts that one window allows (G-6). */
export const signInLimits = {
  windowSeconds: 15 * 60,
  perAddress: 60,
  perAccountAndAddress: 10,
  perAccountFromStrangers: 50,
} as const;

const { windowSeconds } = signInLimits;

/**
 * Slows guessing down. Strangers can use up only what strangers get: an address from which the person signed in within
 * thirty days has its own count, so nobody can be locked out by others.
 */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly limits: Limits,
    private readonly database: Database,
    private readonly hub: Hub,
  ) {}

  /** Counts one attempt, for known and unknown names alike. @throws HubError `rate_limited`. */
  async take(email: string, address: string): Promise<void> {
    const known = await this.isKnown(email, address);
    const limits: Limit[] = [
      { key: `sign-in:address:${address}`, most: signInLimits.perAddress, windowSeconds },
      { key: this.pairKey(email, address), most: signInLimits.perAccountAndAddress, windowSeconds },
    ];
    if (!known)
      limits.push({
        key: `sign-in:account:${nameOf(email)}`,
        most: signInLimits.perAccountFromStrangers,
        windowSeconds,
      });
    await this.limits.take(limits);
  }

  /** After a success. */
  succeeded(email: string, address: string): Promise<void> {
    return this.limits.clear(this.pairKey(email, address));
  }

  /** For codes and tokens that are guessed without a name. */
  takeAnonymous(what: 'setup' | 'invitation', address: string): Promise<void> {
    return this.limits.take([{ key: `${what}:address:${address}`, most: 20, windowSeconds }]);
  }

  private pairKey(email: string, address: string): string {
    return `sign-in:pair:${nameOf(email)}:${address}`;
  }

  private async isKnown(email: string, address: string): Promise<boolean> {
    const rows = (await this.database.asService((manager) =>
      manager.query(
        `SELECT 1 FROM auth.session s JOIN auth.member m ON m.id = s.member_id
          WHERE m.hub_id = $1 AND lower(m.email) = lower($2) AND s.address = $3
            AND s.created_at > clock_timestamp() - interval '30 days' LIMIT 1`,
        [this.hub.id, email, address],
      ),
    )) as unknown[];
    return rows.length > 0;
  }
}

const nameOf = (email: string): string => sha256(email.trim().toLowerCase()).toString('hex').slice(0, 32);
