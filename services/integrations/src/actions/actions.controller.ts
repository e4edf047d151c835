import { readCapability, type RequestOf, runAction, undoRun } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { Controller } from '@nestjs/common';
import { ActionsService } from './actions.service.ts';
import { UndoService } from './undo.service.ts';

@Controller()
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly undos: UndoService,
  ) {}

  @HandleMessage(runAction)
  run(request: RequestOf<typeof runAction>, caller: Caller) {
    return this.actions.run(request, caller);
  }

  @HandleMessage(readCapability)
  read(request: RequestOf<typeof readCapability>, caller: Caller) {
    return this.actions.read(request, caller);
  }

  @HandleMessage(undoRun)
  undo(request: RequestOf<typeof undoRun>, caller: Caller) {
    return this.undos.undo(request, caller);
  }
}
