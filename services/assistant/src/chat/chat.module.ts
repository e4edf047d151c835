import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module.ts';
import { AnswerStreams } from './answer.streams.ts';
import { ThreadsController } from './threads.controller.ts';
import { ThreadsService } from './threads.service.ts';
import { TurnsService } from './turns.service.ts';

@Module({
  imports: [PlanningModule],
  controllers: [ThreadsController],
  providers: [AnswerStreams, ThreadsService, TurnsService],
})
export class ChatModule {}
