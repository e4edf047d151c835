import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.ts';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { RunsModule } from '../runs/runs.module.ts';
import { ActionsController } from './actions.controller.ts';
import { ActionsService } from './actions.service.ts';
import { ExecutionService } from './execution.service.ts';
import { UndoService } from './undo.service.ts';

@Module({
  imports: [CatalogModule, CredentialsModule, FilesModule, RunsModule],
  controllers: [ActionsController],
  providers: [ActionsService, ExecutionService, UndoService],
  exports: [ExecutionService],
})
export class ActionsModule {}
