import { callerChanged, type PayloadOf } from '@switchboard/contracts';
import { HearEvent, StatementVerifier } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';

/** Forgets callers whose session, key or role ended. */
@Controller()
export class CallersController {
  constructor(private readonly verifier: StatementVerifier) {}

  @HearEvent(callerChanged)
  changed(payload: PayloadOf<typeof callerChanged>) {
    this.verifier.dropFor(payload);
  }
}
