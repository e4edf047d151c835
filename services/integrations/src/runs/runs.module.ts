import { Module } from '@nestjs/common';
import { ReadLog } from './read-log.ts';
import { RunsController } from './runs.controller.ts';
import { RunsService } from './runs.service.ts';
import { UsageService } from './usage.service.ts';

@Module({
  controllers: [RunsController],
  providers: [RunsService, ReadLog, UsageService],
  exports: [RunsService, ReadLog],
})
export class RunsModule {}
