import { Controller } from '@nestjs/common';
import {
  createKeyConnection,
  disconnect,
  getConnection,
  getConnectionPicture,
  listConnections,
  refreshConnection,
  replaceConnectionKey,
  type RequestOf,
  testConnection,
  updateConnection,
} from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { PicturesService } from '../pictures/pictures.service.ts';
import { ChecksService } from './checks.service.ts';
import { ConnectionsService } from './connections.service.ts';
import { DisconnectService } from './disconnect.service.ts';
import { KeyConnectionsService } from './key-connections.service.ts';

@Controller()
export class ConnectionsController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly keys: KeyConnectionsService,
    private readonly disconnecting: DisconnectService,
    private readonly checks: ChecksService,
    private readonly pictures: PicturesService,
  ) {}

  @HandleMessage(createKeyConnection)
  createFromKey(request: RequestOf<typeof createKeyConnection>, caller: Caller) {
    return this.keys.create(request, caller);
  }

  @HandleMessage(replaceConnectionKey)
  replaceKey(request: RequestOf<typeof replaceConnectionKey>, caller: Caller) {
    return this.keys.replace(request, caller);
  }

  @HandleMessage(listConnections)
  list(request: RequestOf<typeof listConnections>, caller: Caller) {
    return this.connections.list(request, caller);
  }

  @HandleMessage(getConnection)
  get({ connectionId }: RequestOf<typeof getConnection>, caller: Caller) {
    return this.connections.get(connectionId, caller);
  }

  @HandleMessage(getConnectionPicture)
  picture({ connectionId }: RequestOf<typeof getConnectionPicture>, caller: Caller) {
    return this.pictures.read(connectionId, caller);
  }

  @HandleMessage(updateConnection)
  update(request: RequestOf<typeof updateConnection>, caller: Caller) {
    return this.connections.update(request, caller);
  }

  @HandleMessage(disconnect)
  disconnect({ connectionId }: RequestOf<typeof disconnect>, caller: Caller) {
    return this.disconnecting.disconnect(connectionId, caller);
  }

  @HandleMessage(testConnection)
  test({ connectionId }: RequestOf<typeof testConnection>, caller: Caller) {
    return this.checks.test(connectionId, caller);
  }

  @HandleMessage(refreshConnection)
  refresh({ connectionId }: RequestOf<typeof refreshConnection>, caller: Caller) {
    return this.checks.refresh(connectionId, caller);
  }
}
