import { postAction, postConnectionAction, runAction, type RequestInput } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { tellRun } from './tell-run.ts';

/** One route for every action of every provider. */
@Controller()
export class ActionsController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(postConnectionAction)
  runOn({ params, query, body }: RouteInput<typeof postConnectionAction>, caller: Caller, http: Http) {
    return this.run({ ...params, ...query, input: body }, caller, http);
  }

  @HandleRoute(postAction)
  runOnDefault({ params, body }: RouteInput<typeof postAction>, caller: Caller, http: Http) {
    return this.run({ ...params, input: body }, caller, http);
  }

  /** The answer is the action's output alone; the run and the connection that acted are in the headers `X-Run-Id` and `X-Connection-Id`. */
  private async run(asked: RequestInput<typeof runAction>, caller: Caller, { reply }: Http) {
    const ran = await this.bus.request(runAction, asked, caller);
    tellRun(reply, ran);
    return ran.output;
  }
}
