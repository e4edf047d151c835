import { readCapability, type RequestOf, runAction } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { ActionsService } from './actions.service.ts';

@Controller()
export class ActionsController {
  constructor(private readonly actions: ActionsService) {}

  @HandleMessage(runAction)
  run(request: RequestOf<typeof runAction>, caller: Caller) {
    return this.actions.run(request, caller);
  }

  @HandleMessage(readCapability)
  read(request: RequestOf<typeof readCapability>, caller: Caller) {
    return this.actions.read(request, caller);
  }
}
