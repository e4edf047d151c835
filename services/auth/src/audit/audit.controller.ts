import { Controller } from '@nestjs/common';
import { listAudit, type RequestOf, verifyAudit } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { AuditLog } from './audit-log.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly log: AuditLog,
  ) {}

  @HandleMessage(listAudit)
  list(request: RequestOf<typeof listAudit>, caller: Caller) {
    return this.audit.list(request, caller);
  }

  @HandleMessage(verifyAudit)
  verify() {
    return this.log.verify();
  }
}
