import type { SandboxClock } from './clock.ts';

/** How much of a quota is left, for rate-limit headers. */
export interface QuotaState {
  readonly limit: number;
  readonly remaining: number;
  /** Until the oldest spending is forgotten. */
  readonly resetSeconds: number;
}

/** Units spent per name in a sliding window; a limit of zero or none never stops anyone. */
export class Quotas {
  readonly #clock: SandboxClock;
  readonly #spent = new Map<string, { at: number; units: number }[]>();
  readonly #limits = new Map<string, number>();
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Sets units a minute for a family of names, as `gmail` for `gmail:ada`. */
  limit(family: string, unitsPerMinute: number): void {
    this.#limits.set(family, unitsPerMinute);
  }

  clear(): void {
    this.#spent.clear();
    this.#limits.clear();
    this.#buckets.clear();
  }

  /** Spends units; answers seconds to wait when there are not enough. */
  spend(family: string, who: string, units: number, standard: number, windowSeconds = 60): number | undefined {
    const { limit, remaining, resetSeconds } = this.state(family, who, standard, windowSeconds);
    if (limit > 0 && units > remaining) return resetSeconds;
    this.#spent.get(`${family}:${who}`)!.push({ at: this.#clock(), units });
    return undefined;
  }

  state(family: string, who: string, standard: number, windowSeconds = 60): QuotaState {
    const limit = this.#limits.get(family) ?? standard;
    const name = `${family}:${who}`;
    const now = this.#clock();
    const windowMs = windowSeconds * 1000;
    const recent = (this.#spent.get(name) ?? []).filter((entry) => now - entry.at < windowMs);
    this.#spent.set(name, recent);
    const spent = recent.reduce((sum, entry) => sum + entry.units, 0);
    const resetSeconds = Math.max(1, Math.ceil((windowMs - (now - (recent[0]?.at ?? now))) / 1000));
    return { limit, remaining: Math.max(0, limit - spent), resetSeconds };
  }

  /** Takes units from a bucket that fills up by the second, where there are enough; `limit` sets what it holds. */
  take(
    family: string,
    who: string,
    units: number,
    { holds, perSecond }: { readonly holds: number; readonly perSecond: number },
  ): { readonly taken: boolean; readonly left: number; readonly most: number } {
    const most = this.#limits.get(family) || holds;
    const name = `${family}:${who}`;
    const now = this.#clock();
    const held = this.#buckets.get(name) ?? { left: most, at: now };
    const left = Math.min(most, held.left + ((now - held.at) / 1000) * perSecond);
    const taken = left >= units;
    this.#buckets.set(name, { left: taken ? left - units : left, at: now });
    return { taken, left: Math.floor(taken ? left - units : left), most };
  }
}
