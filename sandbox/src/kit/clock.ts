/** Milliseconds since 1970; tests pass their own. */
export type SandboxClock = () => number;

/** The port everything else takes the time from. */
export const systemClock: SandboxClock = () => Date.now();
