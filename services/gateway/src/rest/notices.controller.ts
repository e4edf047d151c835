import { dismissNotice, getNotices, listNotices, postNoticeDismissal } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** What a person is told of their connections. */
@Controller()
export class NoticesController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getNotices)
  list({ query }: RouteInput<typeof getNotices>, caller: Caller) {
    return this.bus.request(listNotices, query, caller);
  }

  @HandleRoute(postNoticeDismissal)
  dismiss({ params }: RouteInput<typeof postNoticeDismissal>, caller: Caller) {
    return this.bus.request(dismissNotice, params, caller);
  }
}
