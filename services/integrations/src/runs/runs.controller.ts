import { getRun, getUsage, listRuns, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { RunsService } from './runs.service.ts';
import { UsageService } from './usage.service.ts';

@Controller()
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly usages: UsageService,
  ) {}

  @HandleMessage(listRuns)
  list(request: RequestOf<typeof listRuns>, caller: Caller) {
    return this.runs.list(request, caller);
  }

  @HandleMessage(getRun)
  get(request: RequestOf<typeof getRun>, caller: Caller) {
    return this.runs.get(request, caller);
  }

  @HandleMessage(getUsage)
  usage(request: RequestOf<typeof getUsage>, caller: Caller) {
    return this.usages.of(request, caller);
  }
}
