import { Controller } from '@nestjs/common';
import {
  createSession,
  endSession,
  listSessions,
  renewSession,
  type RequestOf,
  resolveCaller,
} from '@switchboard/contracts';
import { type Caller, HandleMessage, type MaybeCaller } from '@switchboard/nest-kit';
import { SignInService } from '../people/sign-in.service.ts';
import { CallersService } from './callers.service.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly callers: CallersService,
    private readonly signIns: SignInService,
  ) {}

  @HandleMessage(createSession)
  create(request: RequestOf<typeof createSession>, caller: MaybeCaller) {
    return this.signIns.signIn(request, caller);
  }

  @HandleMessage(renewSession)
  renew(request: RequestOf<typeof renewSession>, caller: Caller) {
    return this.signIns.renew(request, caller);
  }

  @HandleMessage(resolveCaller)
  resolve({ kind, token }: RequestOf<typeof resolveCaller>) {
    return this.callers.resolve(kind, token);
  }

  @HandleMessage(listSessions)
  async list(_: RequestOf<typeof listSessions>, caller: Caller) {
    return { items: await this.sessions.list(caller) };
  }

  @HandleMessage(endSession)
  async end(request: RequestOf<typeof endSession>, caller: Caller) {
    return { ended: await this.sessions.end(request, caller) };
  }
}
