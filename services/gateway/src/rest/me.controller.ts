import { getMe, getMeRoute, patchMe, updateMe } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** The person, or the key, that asks. */
@Controller()
export class MeController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getMeRoute)
  read(_: RouteInput<typeof getMeRoute>, caller: Caller) {
    return this.bus.request(getMe, {}, caller);
  }

  @HandleRoute(patchMe)
  update({ body }: RouteInput<typeof patchMe>, caller: Caller) {
    return this.bus.request(updateMe, body, caller);
  }
}
