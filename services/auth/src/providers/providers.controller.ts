import { Controller } from '@nestjs/common';
import {
  checkProviderClient,
  listProviderStates,
  putProviderClient,
  type RequestOf,
  setClientTesting,
} from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { ClientSetUp } from './client-set-up.service.ts';
import { ProvidersService } from './providers.service.ts';

@Controller()
export class ProvidersController {
  constructor(
    private readonly providers: ProvidersService,
    private readonly setUp: ClientSetUp,
  ) {}

  @HandleMessage(listProviderStates)
  async list(_: RequestOf<typeof listProviderStates>) {
    return { items: await this.providers.list() };
  }

  @HandleMessage(putProviderClient)
  async putClient(request: RequestOf<typeof putProviderClient>, caller: Caller) {
    const notes = await this.setUp.put(request, caller);
    return { ...(await this.providers.one(request.provider)), notes };
  }

  @HandleMessage(checkProviderClient)
  checkClient(request: RequestOf<typeof checkProviderClient>, caller: Caller) {
    return this.setUp.check(request, caller);
  }

  @HandleMessage(setClientTesting)
  async setTesting(request: RequestOf<typeof setClientTesting>, caller: Caller) {
    await this.setUp.setTesting(request, caller);
    return this.providers.one(request.provider);
  }
}
