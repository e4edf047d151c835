import type { SandboxClock } from './clock.ts';

/** Units spent per name in a sliding minute; a limit of zero or none never stops anyone. */
export class Quotas {
  readonly #clock: SandboxClock;
  readonly #spent = new Map<string, { at: number; units: number }[]>();
  readonly #limits = new Map<string, number>();

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
  }

  /** Spends units; answers seconds to wait when there are not enough. */
  spend(family: string, who: string, units: number, standard: number): number | undefined {
    const limit = this.#limits.get(family) ?? standard;
    const name = `${family}:${who}`;
    const now = this.#clock();
    const recent = (this.#spent.get(name) ?? []).filter((entry) => now - entry.at < 60_000);
    this.#spent.set(name, recent);
    const total = recent.reduce((sum, entry) => sum + entry.units, 0);
    if (limit > 0 && total + units > limit)
      return Math.max(1, Math.ceil((60_000 - (now - (recent[0]?.at ?? now))) / 1000));
    recent.push({ at: now, units });
    return undefined;
  }
}
