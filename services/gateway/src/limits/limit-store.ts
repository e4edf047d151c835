/** How often a key was counted in one window. */
export interface Counted {
  readonly key: string;
  /** Start of the window, Unix seconds. */
  readonly window: number;
  readonly count: number;
}

/** Where counts outlive a restart (G-11). */
export abstract class LimitStore {
  /** Adds what was counted here. @returns the totals over all replicas. */
  abstract add(counted: readonly Counted[]): Promise<readonly Counted[]>;
  /** @returns every count of the window. */
  abstract load(window: number): Promise<readonly Counted[]>;
}
