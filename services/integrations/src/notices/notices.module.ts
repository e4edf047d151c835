import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.ts';
import { CatalogModule } from '../catalog/catalog.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { NoticesController } from './notices.controller.ts';
import { TellingService } from './telling.service.ts';

@Module({
  imports: [ActionsModule, CatalogModule, CredentialsModule],
  controllers: [NoticesController],
  providers: [TellingService],
})
export class NoticesModule {}
