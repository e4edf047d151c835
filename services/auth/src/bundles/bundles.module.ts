import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { ProvidersModule } from '../providers/providers.module.ts';
import { BundlesController } from './bundles.controller.ts';
import { ExportService } from './export.service.ts';
import { ImportIntake } from './import-intake.ts';
import { ImportService } from './import.service.ts';
import { Portability } from './portability.ts';

@Module({
  imports: [ConnectionsModule, CredentialsModule, ProvidersModule],
  controllers: [BundlesController],
  providers: [ExportService, ImportIntake, ImportService, Portability],
})
export class BundlesModule {}
