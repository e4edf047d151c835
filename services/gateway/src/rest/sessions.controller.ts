import {
  completeSetup,
  createSession,
  deleteCurrentSession,
  deleteSession,
  deleteSessions,
  endSession,
  getSessions,
  getSetup,
  getSetupRoute,
  listSessions,
  postSession,
  postSessionRenewal,
  postSetup,
  renewSession,
} from '@switchboard/contracts';
import { Bus, type Caller, type MaybeCaller } from '@switchboard/nest-kit';
import { HandleRoute, type Http, type RouteInput } from '@switchboard/nest-kit/http';
import { Controller } from '@nestjs/common';
import { CallersService } from '../sign-in/callers.service.ts';
import { Cookies } from '../sign-in/cookies.ts';
import { clientOf, SessionsService } from '../sign-in/sessions.service.ts';

/** First owner, sign-in, sign-out, and the person's own sessions. */
@Controller()
export class SessionsController {
  constructor(
    private readonly bus: Bus,
    private readonly sessions: SessionsService,
    private readonly callers: CallersService,
    private readonly cookies: Cookies,
  ) {}

  @HandleRoute(getSetupRoute)
  async setup(_: RouteInput<typeof getSetupRoute>, caller: MaybeCaller) {
    return { ...(await this.bus.request(getSetup, {}, caller)), signedIn: caller.claims !== undefined };
  }

  @HandleRoute(postSetup)
  async completeSetup({ body }: RouteInput<typeof postSetup>, caller: MaybeCaller, http: Http) {
    const session = await this.bus.request(completeSetup, { ...body, client: clientOf(http) }, caller);
    return this.sessions.open(session, caller, http);
  }

  @HandleRoute(postSession)
  async signIn({ body }: RouteInput<typeof postSession>, caller: MaybeCaller, http: Http) {
    const session = await this.bus.request(createSession, { ...body, client: clientOf(http) }, caller);
    return this.sessions.open(session, caller, http);
  }

  @HandleRoute(postSessionRenewal)
  async renew({ body }: RouteInput<typeof postSessionRenewal>, caller: Caller, http: Http) {
    const session = await this.bus.request(renewSession, { ...body, client: clientOf(http) }, caller);
    this.callers.drop({ sessionId: caller.claims.sessionId });
    return this.sessions.open(session, caller, http);
  }

  @HandleRoute(getSessions)
  list(_: RouteInput<typeof getSessions>, caller: Caller) {
    return this.bus.request(listSessions, {}, caller);
  }

  @HandleRoute(deleteCurrentSession)
  async signOut(_: RouteInput<typeof deleteCurrentSession>, caller: Caller, { reply }: Http) {
    const ended = await this.bus.request(endSession, {}, caller);
    this.callers.drop({ sessionId: caller.claims.sessionId });
    await this.cookies.clearSession(reply);
    return ended;
  }

  @HandleRoute(deleteSessions)
  async signOutEverywhere(_: RouteInput<typeof deleteSessions>, caller: Caller, { reply }: Http) {
    const ended = await this.bus.request(endSession, { everywhere: true }, caller);
    this.callers.drop({ memberId: caller.claims.memberId });
    await this.cookies.clearSession(reply);
    return ended;
  }

  @HandleRoute(deleteSession)
  async end({ params: { sessionId } }: RouteInput<typeof deleteSession>, caller: Caller, { reply }: Http) {
    const ended = await this.bus.request(endSession, { sessionId }, caller);
    this.callers.drop({ sessionId });
    if (sessionId === caller.claims.sessionId) await this.cookies.clearSession(reply);
    return ended;
  }
}
