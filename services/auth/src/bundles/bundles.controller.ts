import { Controller } from '@nestjs/common';
import { exportConnections, importConnections, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { ExportService } from './export.service.ts';
import { ImportService } from './import.service.ts';

@Controller()
export class BundlesController {
  constructor(
    private readonly exports: ExportService,
    private readonly imports: ImportService,
  ) {}

  @HandleMessage(exportConnections)
  export(request: RequestOf<typeof exportConnections>, caller: Caller) {
    return this.exports.export(request, caller);
  }

  @HandleMessage(importConnections)
  import(request: RequestOf<typeof importConnections>, caller: Caller) {
    return this.imports.import(request, caller);
  }
}
