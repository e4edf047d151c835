import { getRun, listRuns, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { RunsService } from './runs.service.ts';

@Controller()
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @HandleMessage(listRuns)
  list(request: RequestOf<typeof listRuns>, caller: Caller) {
    return this.runs.list(request, caller);
  }

  @HandleMessage(getRun)
  get(request: RequestOf<typeof getRun>, caller: Caller) {
    return this.runs.get(request, caller);
  }
}
