import { Module } from '@nestjs/common';
import { UpkeepPlan } from '../upkeep/upkeep-plan.ts';
import { ClientChecks } from './client-checks.ts';
import { ClientSetUp } from './client-set-up.service.ts';
import { ClientsService } from './clients.service.ts';
import { ProvidersController } from './providers.controller.ts';
import { ProvidersService } from './providers.service.ts';

@Module({
  controllers: [ProvidersController],
  providers: [ClientChecks, ClientSetUp, ClientsService, ProvidersService, UpkeepPlan],
  exports: [ClientsService, ProvidersService, UpkeepPlan],
})
export class ProvidersModule {}
