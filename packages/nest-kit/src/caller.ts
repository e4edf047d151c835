import type { CallerClaims } from '@switchboard/contracts';

/** What every request carries: under which trace and how long the asker waits. */
export interface Trace {
  readonly traceId: string;
  /** On the monotonic clock of this process; milliseconds. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Who asks, proven by `statement`, which `auth` signed and every service passes on unchanged. */
export interface Caller extends Trace {
  readonly claims: CallerClaims;
  readonly statement: string;
}

/** On messages with the permission `public`: there may be nobody. */
export type MaybeCaller = Trace & Partial<Pick<Caller, 'claims' | 'statement'>>;
