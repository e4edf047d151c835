import { Controller } from '@nestjs/common';
import { issueCredential, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { IssueService } from './issue.service.ts';

@Controller()
export class CredentialsController {
  constructor(private readonly issues: IssueService) {}

  @HandleMessage(issueCredential)
  issue(request: RequestOf<typeof issueCredential>, caller: Caller) {
    return this.issues.issue(request, caller);
  }
}
