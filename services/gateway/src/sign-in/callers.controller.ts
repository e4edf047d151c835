import { callerChanged, type PayloadOf } from '@switchboard/contracts';
import { HearEvent } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { LiveEvents } from '../events/live-events.ts';
import { CallersService } from './callers.service.ts';

/** Hears that a session, key or role ended, and forgets it. */
@Controller()
export class CallersController {
  constructor(
    private readonly callers: CallersService,
    private readonly live: LiveEvents,
  ) {}

  @HearEvent(callerChanged)
  dropCaller(change: PayloadOf<typeof callerChanged>): void {
    this.callers.drop(change);
    this.live.dropCaller(change);
  }
}
