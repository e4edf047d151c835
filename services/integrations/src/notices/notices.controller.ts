import { noticeRaised, type PayloadOf } from '@switchboard/contracts';
import { HandleEvent, type Trace } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { TellingService } from './telling.service.ts';

@Controller()
export class NoticesController {
  constructor(private readonly telling: TellingService) {}

  /** Taken at once: the sender does not wait for a provider. */
  @HandleEvent(noticeRaised, 'integrations')
  raised({ noticeId }: PayloadOf<typeof noticeRaised>, trace: Trace): void {
    this.telling.begin(noticeId, trace);
  }
}
