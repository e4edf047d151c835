import { HubError } from '@switchboard/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { passportOf } from './passport.ts';
import { CallersService } from './callers.service.ts';
import { Cookies } from './cookies.ts';
import { BearerStrategy, CookieStrategy, type Presented, type SignedIn } from './strategies.ts';

/** Recognises the caller by passport's cookie and bearer strategies, without Express: they only need headers. */
@Injectable()
export class SignInGuard {
  private readonly check: ReturnType<typeof passportOf>;

  constructor(callers: CallersService, cookies: Cookies) {
    this.check = passportOf(new BearerStrategy(callers), new CookieStrategy(callers, cookies));
  }

  /** Fills in the exchange's caller. Who shows nothing stays nobody; a bad key is an error, a bad cookie only on demand. */
  async recognise(request: FastifyRequest, { required }: { required: boolean }): Promise<void> {
    const { hub, headers, ip } = request;
    if (!headers.authorization && !headers.cookie) return;
    try {
      const signedIn = await this.signIn({ headers, address: ip, trace: hub.caller });
      if (!signedIn) return;
      const { claims, statement, credential, keyedDigest } = signedIn;
      hub.caller = { ...hub.caller, claims, statement };
      hub.credential = credential;
      hub.keyedDigest = keyedDigest;
    } catch (error) {
      const nobody = error instanceof HubError && error.code === 'unauthenticated' && !headers.authorization;
      if (required || !nobody) throw error;
    }
  }

  private signIn(presented: Presented): Promise<SignedIn | undefined> {
    const request: Presented & { signedIn?: SignedIn } = { ...presented };
    const response = { setHeader: () => undefined };
    return new Promise((resolve, reject) =>
      this.check(request, response, (error?: unknown) => {
        if (error instanceof HubError) reject(error);
        else if (error && (error as Error).name !== 'AuthenticationError') reject(error as Error);
        else resolve(request.signedIn);
      }),
    );
  }
}
