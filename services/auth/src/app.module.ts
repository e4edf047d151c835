import { type DynamicModule, Module } from '@nestjs/common';
import { RuntimeModule, type ServiceRuntime } from '@switchboard/nest-kit';
import { ApiKeysModule } from './api-keys/api-keys.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BundlesModule } from './bundles/bundles.module.ts';
import { ConnectionsModule } from './connections/connections.module.ts';
import { type AuthParts, CoreModule } from './core/core.module.ts';
import { CredentialsModule } from './credentials/credentials.module.ts';
import { FlowsModule } from './flows/flows.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { ProvidersModule } from './providers/providers.module.ts';
import { SecretsModule } from './secrets/secrets.module.ts';

@Module({})
export class AppModule {
  static of(runtime: ServiceRuntime, parts: AuthParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        RuntimeModule.of(runtime),
        CoreModule.of(parts),
        ApiKeysModule,
        AuditModule,
        BundlesModule,
        ConnectionsModule,
        CredentialsModule,
        FlowsModule,
        JobsModule,
        NoticesModule,
        PeopleModule,
        ProvidersModule,
        SecretsModule,
      ],
    };
  }
}
