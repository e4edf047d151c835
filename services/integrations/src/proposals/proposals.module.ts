import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.ts';
import { CatalogModule } from '../catalog/catalog.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { RunsModule } from '../runs/runs.module.ts';
import { DecisionsService } from './decisions.service.ts';
import { PlannerService } from './planner.service.ts';
import { ProposalRows } from './proposal-rows.ts';
import { ProposalsController } from './proposals.controller.ts';
import { ProposalsService } from './proposals.service.ts';

@Module({
  imports: [ActionsModule, CatalogModule, CredentialsModule, FilesModule, RunsModule],
  controllers: [ProposalsController],
  providers: [ProposalsService, DecisionsService, PlannerService, ProposalRows],
})
export class ProposalsModule {}
