import {
  exportConnections,
  importConnections,
  postConnectionsExport,
  postConnectionsImport,
} from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** Connections that are taken along to another hub. */
@Controller()
export class BundlesController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(postConnectionsExport)
  export({ body }: RouteInput<typeof postConnectionsExport>, caller: Caller) {
    return this.bus.request(exportConnections, body, caller);
  }

  @HandleRoute(postConnectionsImport)
  import({ body }: RouteInput<typeof postConnectionsImport>, caller: Caller) {
    return this.bus.request(importConnections, body, caller);
  }
}
