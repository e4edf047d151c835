import { type ClientInfo, getMe, type Me, type NewSession } from '@switchboard/contracts';
import { Bus, type Caller, type MaybeCaller } from '@switchboard/nest-kit';
import type { Http } from '@switchboard/nest-kit/http';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CallersService } from './callers.service.ts';
import { Cookies } from './cookies.ts';

/** Puts a new session into the browser. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly bus: Bus,
    private readonly callers: CallersService,
    private readonly cookies: Cookies,
  ) {}

  /** Sets the cookie. @returns who it is now. */
  async open({ token, expiresAt }: NewSession, caller: MaybeCaller, { request, reply }: Http): Promise<Me> {
    const signedIn = await this.callerOf(token, caller, request.ip);
    await this.cookies.setSession(reply, token, expiresAt);
    return this.bus.request(getMe, {}, signedIn);
  }

  async callerOf(token: string, trace: MaybeCaller, address: string): Promise<Caller> {
    const { claims, statement } = await this.callers.resolve('session', token, address, trace);
    return { ...trace, claims, statement };
  }
}

/** Where a request comes from, for the list of sessions. */
export const clientOf = ({ request }: Http): z.infer<typeof ClientInfo> => ({
  address: request.ip.slice(0, 64),
  userAgent: request.headers['user-agent']?.slice(0, 300),
});
