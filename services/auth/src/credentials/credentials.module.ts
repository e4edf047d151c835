import { Module } from '@nestjs/common';
import { ProvidersModule } from '../providers/providers.module.ts';
import { AccessService } from './access.service.ts';
import { CredentialsController } from './credentials.controller.ts';
import { EndingService } from './ending.service.ts';
import { GrantStore } from './grant-store.ts';
import { IssueService } from './issue.service.ts';
import { Leases } from './leases.ts';
import { RefreshService } from './refresh.service.ts';
import { TokenCalls } from './token-calls.ts';

@Module({
  imports: [ProvidersModule],
  controllers: [CredentialsController],
  providers: [AccessService, EndingService, GrantStore, IssueService, Leases, RefreshService, TokenCalls],
  exports: [AccessService, GrantStore, RefreshService, TokenCalls],
})
export class CredentialsModule {}
