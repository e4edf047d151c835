import {
  createApiKey,
  deleteApiKey,
  deleteApiKeyRoute,
  getApiKeys,
  listApiKeys,
  postApiKey,
  postApiKeyRoll,
  rollApiKey,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** Keys to this API. */
@Controller()
export class ApiKeysController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getApiKeys)
  list(_: RouteInput<typeof getApiKeys>, caller: Caller) {
    return this.bus.request(listApiKeys, {}, caller);
  }

  @HandleRoute(postApiKey)
  create({ body }: RouteInput<typeof postApiKey>, caller: Caller) {
    return this.bus.request(createApiKey, body, caller);
  }

  @HandleRoute(postApiKeyRoll)
  roll({ params }: RouteInput<typeof postApiKeyRoll>, caller: Caller) {
    return this.bus.request(rollApiKey, params, caller);
  }

  @HandleRoute(deleteApiKeyRoute)
  remove({ params }: RouteInput<typeof deleteApiKeyRoute>, caller: Caller) {
    return this.bus.request(deleteApiKey, params, caller);
  }
}
