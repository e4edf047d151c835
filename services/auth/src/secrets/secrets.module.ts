import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.ts';
import { SecretChecks } from './secret-checks.ts';
import { SecretReplacing } from './secret-replacing.service.ts';
import { SecretUses } from './secret-uses.service.ts';
import { SecretsController } from './secrets.controller.ts';
import { SecretsService } from './secrets.service.ts';

@Module({
  imports: [ConnectionsModule],
  controllers: [SecretsController],
  providers: [SecretChecks, SecretReplacing, SecretsService, SecretUses],
})
export class SecretsModule {}
