import { appendAudits, Database } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { type Denial, DenialStore } from './denial-store.ts';

/** Rows of the audit chain. */
@Injectable()
export class PostgresDenialStore extends DenialStore {
  constructor(private readonly database: Database) {
    super();
  }

  override append(denials: readonly Denial[]): Promise<void> {
    return this.database.asService((manager) => appendAudits(manager, denials));
  }
}
