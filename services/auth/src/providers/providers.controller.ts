import { Controller } from '@nestjs/common';
import { listProviderStates, putProviderClient, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { ProvidersService } from './providers.service.ts';

@Controller()
export class ProvidersController {
  constructor(private readonly providers: ProvidersService) {}

  @HandleMessage(listProviderStates)
  async list(_: RequestOf<typeof listProviderStates>) {
    return { items: await this.providers.list() };
  }

  @HandleMessage(putProviderClient)
  putClient(request: RequestOf<typeof putProviderClient>, caller: Caller) {
    return this.providers.putClient(request, caller);
  }
}
