import { Controller } from '@nestjs/common';
import { createApiKey, deleteApiKey, listApiKeys, type RequestOf, rollApiKey } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { ApiKeysService } from './api-keys.service.ts';

@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @HandleMessage(listApiKeys)
  async list(_: RequestOf<typeof listApiKeys>, caller: Caller) {
    return { items: await this.keys.list(caller) };
  }

  @HandleMessage(createApiKey)
  create(request: RequestOf<typeof createApiKey>, caller: Caller) {
    return this.keys.create(request, caller);
  }

  @HandleMessage(rollApiKey)
  roll({ apiKeyId }: RequestOf<typeof rollApiKey>, caller: Caller) {
    return this.keys.roll(apiKeyId, caller);
  }

  @HandleMessage(deleteApiKey)
  async delete({ apiKeyId }: RequestOf<typeof deleteApiKey>, caller: Caller) {
    await this.keys.delete(apiKeyId, caller);
    return { deleted: true as const };
  }
}
