import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { ProvidersModule } from '../providers/providers.module.ts';
import { BeginService } from './begin.service.ts';
import { CompleteService } from './complete.service.ts';
import { FlowClientService } from './flow-client.service.ts';
import { FlowStore } from './flow-store.ts';
import { FlowsController } from './flows.controller.ts';
import { GrantIntake } from './grant-intake.ts';
import { LandingService } from './landing.service.ts';
import { ReceivingService } from './receiving.service.ts';

@Module({
  imports: [ConnectionsModule, CredentialsModule, PeopleModule, ProvidersModule],
  controllers: [FlowsController],
  providers: [
    BeginService,
    CompleteService,
    FlowClientService,
    FlowStore,
    GrantIntake,
    LandingService,
    ReceivingService,
  ],
})
export class FlowsModule {}
