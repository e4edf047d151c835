import { Module } from '@nestjs/common';
import { KeyIdentity } from '../connections/key-identity.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { ProvidersModule } from '../providers/providers.module.ts';
import { AccessService } from './access.service.ts';
import { CredentialsController } from './credentials.controller.ts';
import { EndingService } from './ending.service.ts';
import { GrantStore } from './grant-store.ts';
import { IssueService } from './issue.service.ts';
import { Leases } from './leases.ts';
import { RefreshService } from './refresh.service.ts';
import { RefusedKeys } from './refused-keys.ts';
import { ServiceAccounts } from './service-accounts.ts';
import { TokenCalls } from './token-calls.ts';
import { Unrenewable } from './unrenewable.ts';

@Module({
  imports: [NoticesModule, ProvidersModule],
  controllers: [CredentialsController],
  providers: [
    AccessService,
    EndingService,
    GrantStore,
    IssueService,
    KeyIdentity,
    Leases,
    RefreshService,
    RefusedKeys,
    ServiceAccounts,
    TokenCalls,
    Unrenewable,
  ],
  exports: [AccessService, EndingService, GrantStore, KeyIdentity, RefreshService, ServiceAccounts, TokenCalls],
})
export class CredentialsModule {}
