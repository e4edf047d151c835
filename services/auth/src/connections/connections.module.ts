import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/credentials.module.ts';
import { PicturesService } from '../pictures/pictures.service.ts';
import { SecretValues } from '../secrets/secret-values.ts';
import { ChecksService } from './checks.service.ts';
import { ConnectionsController } from './connections.controller.ts';
import { ConnectionsService } from './connections.service.ts';
import { DisconnectService } from './disconnect.service.ts';
import { KeyConnectionsService } from './key-connections.service.ts';
import { KeyProofs } from './key-proofs.ts';
import { KeyStore } from './key-store.ts';

@Module({
  imports: [CredentialsModule],
  controllers: [ConnectionsController],
  providers: [
    PicturesService,
    ChecksService,
    ConnectionsService,
    DisconnectService,
    KeyConnectionsService,
    KeyProofs,
    KeyStore,
    SecretValues,
  ],
  exports: [
    ConnectionsService,
    DisconnectService,
    KeyConnectionsService,
    KeyProofs,
    KeyStore,
    PicturesService,
    SecretValues,
  ],
})
export class ConnectionsModule {}
