import {
  createSecret,
  deleteSecret,
  deleteSecretRoute,
  getSecrets,
  getSecretUses,
  listSecrets,
  listSecretUses,
  postSecret,
  postSecretTest,
  putSecret,
  replaceSecret,
  testSecret,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** Third-party keys, write-only (V-11). */
@Controller()
export class SecretsController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getSecrets)
  list(_: RouteInput<typeof getSecrets>, caller: Caller) {
    return this.bus.request(listSecrets, {}, caller);
  }

  @HandleRoute(postSecret)
  create({ body }: RouteInput<typeof postSecret>, caller: Caller) {
    return this.bus.request(createSecret, body, caller);
  }

  @HandleRoute(putSecret)
  replace({ params, body }: RouteInput<typeof putSecret>, caller: Caller) {
    return this.bus.request(replaceSecret, { ...params, ...body }, caller);
  }

  @HandleRoute(postSecretTest)
  test({ params }: RouteInput<typeof postSecretTest>, caller: Caller) {
    return this.bus.request(testSecret, params, caller);
  }

  @HandleRoute(getSecretUses)
  uses({ params, query }: RouteInput<typeof getSecretUses>, caller: Caller) {
    return this.bus.request(listSecretUses, { ...params, ...query }, caller);
  }

  @HandleRoute(deleteSecretRoute)
  remove({ params }: RouteInput<typeof deleteSecretRoute>, caller: Caller) {
    return this.bus.request(deleteSecret, params, caller);
  }
}
