import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Egress } from '@switchboard/egress';
import { Database, Outbox, StatementSigner } from '@switchboard/nest-kit';
import { ApiKeyFormat } from '../api-keys/api-key-format.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Vault } from '../credentials/vault.ts';
import { AuditBatch } from './audit-batch.ts';
import { Catalog } from './catalog.ts';
import { Changes } from './changes.ts';
import { Hub } from './hub.ts';
import { Limits } from './limits.ts';

/** What is opened before the modules and shared by all of them. */
export interface AuthParts {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly hub: Hub;
  readonly catalog: Catalog;
  readonly vault: Vault;
  readonly egress: Egress;
  readonly signer: StatementSigner;
  readonly format: ApiKeyFormat;
  readonly audit: AuditLog;
  readonly batch: AuditBatch;
}

@Global()
@Module({})
export class CoreModule {
  static of(parts: AuthParts): DynamicModule {
    const providers = [
      { provide: Database, useValue: parts.database },
      { provide: Outbox, useValue: parts.outbox },
      { provide: Hub, useValue: parts.hub },
      { provide: Catalog, useValue: parts.catalog },
      { provide: Vault, useValue: parts.vault },
      { provide: Egress, useValue: parts.egress },
      { provide: StatementSigner, useValue: parts.signer },
      { provide: ApiKeyFormat, useValue: parts.format },
      { provide: AuditLog, useValue: parts.audit },
      { provide: AuditBatch, useValue: parts.batch },
      { provide: Changes, useValue: new Changes(parts.database, parts.outbox) },
      { provide: Limits, useValue: new Limits(parts.database) },
    ];
    return { module: CoreModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
