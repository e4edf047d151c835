import type { Egress } from '@switchboard/egress';
import { Database, Outbox, RuntimeModule, type ServiceRuntime } from '@switchboard/nest-kit';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ActionsModule } from './actions/actions.module.ts';
import { CatalogModule } from './catalog/catalog.module.ts';
import { PROVIDERS } from './catalog/catalog.service.ts';
import { EGRESS } from './credentials/outbound.service.ts';
import { FilesModule } from './files/files.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { ProposalsModule } from './proposals/proposals.module.ts';
import { ProxyModule } from './proxy/proxy.module.ts';
import { RunsModule } from './runs/runs.module.ts';

/** What the service's modules share, opened before Nest starts and closed after it. */
export interface Shared {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly egress: Egress;
  readonly providers: readonly ProviderDeclaration[];
}

@Global()
@Module({})
class SharedModule {
  static of({ database, outbox, egress, providers }: Shared): DynamicModule {
    const given = [
      { provide: Database, useValue: database },
      { provide: Outbox, useValue: outbox },
      { provide: EGRESS, useValue: egress },
      { provide: PROVIDERS, useValue: providers },
    ];
    return { module: SharedModule, providers: given, exports: given.map(({ provide }) => provide) };
  }
}

@Module({})
export class AppModule {
  static of(runtime: ServiceRuntime, shared: Shared): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.of(runtime),
        SharedModule.of(shared),
        CatalogModule,
        RunsModule,
        FilesModule,
        ActionsModule,
        NoticesModule,
        ProposalsModule,
        ProxyModule,
      ],
    };
  }
}
