import { Module } from '@nestjs/common';
import { AccessService } from './access.service.ts';
import { AnswerService } from './answer.service.ts';
import { CalendarAnswersService } from './calendar-answers.service.ts';
import { FreeTimeService } from './free-time.service.ts';
import { MailAnswersService } from './mail-answers.service.ts';
import { PeopleService } from './people.service.ts';
import { ProposingService } from './proposing.service.ts';
import { ReadsService } from './reads.service.ts';
import { TargetsService } from './targets.service.ts';

@Module({
  providers: [
    AccessService,
    AnswerService,
    CalendarAnswersService,
    FreeTimeService,
    MailAnswersService,
    PeopleService,
    ProposingService,
    ReadsService,
    TargetsService,
  ],
  exports: [AnswerService],
})
export class PlanningModule {}
