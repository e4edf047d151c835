import { Controller } from '@nestjs/common';
import { claimNotice, dismissNotice, listNotices, noteNoticeTold, type RequestOf } from '@switchboard/contracts';
import { type Caller, HandleMessage } from '@switchboard/nest-kit';
import { NoticeClaims } from './claims.service.ts';
import { NoticesService } from './notices.service.ts';

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly claims: NoticeClaims,
  ) {}

  @HandleMessage(listNotices)
  list(request: RequestOf<typeof listNotices>, caller: Caller) {
    return this.notices.list(request, caller);
  }

  @HandleMessage(dismissNotice)
  dismiss({ noticeId }: RequestOf<typeof dismissNotice>, caller: Caller) {
    return this.notices.dismiss(noticeId, caller);
  }

  @HandleMessage(claimNotice)
  claim({ noticeId }: RequestOf<typeof claimNotice>) {
    return this.claims.claim(noticeId);
  }

  @HandleMessage(noteNoticeTold)
  async told({ noticeId, by }: RequestOf<typeof noteNoticeTold>, caller: Caller) {
    return { noted: await this.claims.noteTold(noticeId, by, caller) };
  }
}
