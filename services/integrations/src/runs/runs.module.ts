import { Module } from '@nestjs/common';
import { ReadLog } from './read-log.ts';
import { RunsController } from './runs.controller.ts';
import { RunsService } from './runs.service.ts';
import { UndoneRuns } from './undone-runs.ts';
import { UsageService } from './usage.service.ts';

@Module({
  controllers: [RunsController],
  providers: [RunsService, ReadLog, UsageService, UndoneRuns],
  exports: [RunsService, ReadLog, UndoneRuns],
})
export class RunsModule {}
