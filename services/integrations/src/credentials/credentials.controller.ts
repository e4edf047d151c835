import { callerChanged, connectionChanged, type PayloadOf } from '@switchboard/contracts';
import { HearEvent, StatementVerifier } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { CredentialsService } from './credentials.service.ts';

/** Drops what is kept in memory as soon as it is out of date. */
@Controller()
export class CredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly verifier: StatementVerifier,
  ) {}

  @HearEvent(connectionChanged)
  connection(payload: PayloadOf<typeof connectionChanged>) {
    this.credentials.drop(payload);
  }

  @HearEvent(callerChanged)
  caller(payload: PayloadOf<typeof callerChanged>) {
    this.verifier.dropFor(payload);
  }
}
