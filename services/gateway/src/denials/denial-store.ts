import type { Actor, AuditRecord } from '@switchboard/nest-kit';

export interface Denial {
  readonly who: Actor;
  readonly record: AuditRecord;
}

/** Where denials are kept for the audit log. */
export abstract class DenialStore {
  abstract append(denials: readonly Denial[]): Promise<void>;
}
