import { Controller } from '@nestjs/common';
import {
  createSecret,
  deleteSecret,
  listSecrets,
  listSecretUses,
  replaceSecret,
  type RequestOf,
  testSecret,
} from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { SecretReplacing } from './secret-replacing.service.ts';
import { SecretUses } from './secret-uses.service.ts';
import { SecretsService } from './secrets.service.ts';

@Controller()
export class SecretsController {
  constructor(
    private readonly secrets: SecretsService,
    private readonly replacing: SecretReplacing,
    private readonly used: SecretUses,
  ) {}

  @HandleMessage(listSecrets)
  async list(_: RequestOf<typeof listSecrets>, caller: Caller) {
    return { items: await this.secrets.list(caller) };
  }

  @HandleMessage(createSecret)
  create(request: RequestOf<typeof createSecret>, caller: Caller) {
    return this.secrets.create(request, caller);
  }

  @HandleMessage(replaceSecret)
  replace({ secretId, value }: RequestOf<typeof replaceSecret>, caller: Caller) {
    return this.replacing.replace(secretId, value, caller);
  }

  @HandleMessage(testSecret)
  test({ secretId }: RequestOf<typeof testSecret>, caller: Caller) {
    return this.secrets.test(secretId, caller);
  }

  @HandleMessage(listSecretUses)
  uses(request: RequestOf<typeof listSecretUses>, caller: Caller) {
    return this.used.list(request, caller);
  }

  @HandleMessage(deleteSecret)
  async delete({ secretId }: RequestOf<typeof deleteSecret>, caller: Caller) {
    await this.secrets.delete(secretId, caller);
    return { deleted: true as const };
  }
}
