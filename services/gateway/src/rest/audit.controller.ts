import { getAudit, listAudit, postAuditVerification, verifyAudit } from '@switchboard/contracts';
import { Bus, type Caller } from '@switchboard/nest-kit';
import { HandleRoute, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';

/** The audit log and the proof that it is whole. */
@Controller()
export class AuditController {
  constructor(private readonly bus: Bus) {}

  @HandleRoute(getAudit)
  list({ query }: RouteInput<typeof getAudit>, caller: Caller) {
    return this.bus.request(listAudit, query, caller);
  }

  @HandleRoute(postAuditVerification)
  verify(_: RouteInput<typeof postAuditVerification>, caller: Caller) {
    return this.bus.request(verifyAudit, {}, caller);
  }
}
