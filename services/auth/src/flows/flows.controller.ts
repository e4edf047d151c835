import { Controller } from '@nestjs/common';
import { beginFlow, beginSignIn, completeFlow, getFlow, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage, type MaybeCaller } from '@switchboard/nest-kit';
import { BeginService } from './begin.service.ts';
import { CompleteService } from './complete.service.ts';
import { FlowStore } from './flow-store.ts';

@Controller()
export class FlowsController {
  constructor(
    private readonly beginning: BeginService,
    private readonly completing: CompleteService,
    private readonly store: FlowStore,
  ) {}

  @HandleMessage(beginFlow)
  begin(request: RequestOf<typeof beginFlow>, caller: Caller) {
    return this.beginning.begin(request, caller);
  }

  @HandleMessage(beginSignIn)
  beginSignIn(request: RequestOf<typeof beginSignIn>) {
    return this.beginning.beginSignIn(request);
  }

  @HandleMessage(completeFlow)
  complete(request: RequestOf<typeof completeFlow>, caller: MaybeCaller) {
    return this.completing.complete(request, caller);
  }

  @HandleMessage(getFlow)
  get({ flowId }: RequestOf<typeof getFlow>, caller: Caller) {
    return this.store.get(flowId, caller);
  }
}
