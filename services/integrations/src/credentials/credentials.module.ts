import { Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.ts';
import { CredentialsController } from './credentials.controller.ts';
import { CredentialsService } from './credentials.service.ts';
import { OutboundService } from './outbound.service.ts';

@Module({
  controllers: [CredentialsController],
  providers: [CredentialsService, AccountsService, OutboundService],
  exports: [CredentialsService, AccountsService, OutboundService],
})
export class CredentialsModule {}
