import { getRun, getRunRoute, getRuns, listRuns, postRunUndo, undoRun } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** What ran. */
@Controller()
export class RunsController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getRuns)
  list({ query }: RouteInput<typeof getRuns>, caller: Caller) {
    return this.bus.request(listRuns, query, caller);
  }

  @HandleRoute(getRunRoute)
  read({ params }: RouteInput<typeof getRunRoute>, caller: Caller) {
    return this.bus.request(getRun, params, caller);
  }

  @HandleRoute(postRunUndo)
  undo({ params }: RouteInput<typeof postRunUndo>, caller: Caller) {
    return this.bus.request(undoRun, params, caller);
  }
}
