import { Module } from '@nestjs/common';
import { AccessService } from './access.service.ts';
import { AnswerService } from './answer.service.ts';
import { CalendarAnswersService } from './calendar-answers.service.ts';
import { FileAnswersService } from './file-answers.service.ts';
import { FreeTimeService } from './free-time.service.ts';
import { MailAnswersService } from './mail-answers.service.ts';
import { MessageAnswersService } from './message-answers.service.ts';
import { PeopleService } from './people.service.ts';
import { ProposingService } from './proposing.service.ts';
import { ReachService } from './reach.service.ts';
import { ReadsService } from './reads.service.ts';
import { TargetsService } from './targets.service.ts';
import { TaskAnswersService } from './task-answers.service.ts';

@Module({
  providers: [
    AccessService,
    AnswerService,
    CalendarAnswersService,
    FileAnswersService,
    FreeTimeService,
    MailAnswersService,
    MessageAnswersService,
    PeopleService,
    ProposingService,
    ReachService,
    ReadsService,
    TargetsService,
    TaskAnswersService,
  ],
  exports: [AnswerService, ReachService],
})
export class PlanningModule {}
