import { HubError } from '@switchboard/contracts';
import { requirePermission, type Settings } from '@switchboard/nest-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LimitsService } from '../limits/limits.service.ts';
import type { SignInGuard } from '../sign-in/sign-in.guard.ts';
import { allowOrigin, checkOrigin } from './origin.ts';

export interface GuardOptions {
  readonly settings: Settings;
  readonly signIn: SignInGuard;
  readonly limits: LimitsService;
}

/**
 * Before a body is read: who asks, whether another site made the browser ask, whether they may, and how often. The handler
 * checks the permission again, and so does the service that holds the data.
 */
export function guardRoute({ settings, signIn, limits }: GuardOptions) {
  const { origin } = new URL(settings.publicUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const route = request.routeOptions.config?.hub;
    if (!route) return;
    const { hub } = request;
    allowOrigin(request, reply, settings.SWB_CORS_ORIGINS);
    limits.countAddress(request.ip);
    await signIn.recognise(request, { required: route.permission !== 'public' });
    const { claims } = hub.caller;
    if (claims) limits.countCaller(claims, reply);
    checkOrigin(request, origin);
    if (route.page) return;
    if (claims === undefined && route.permission !== 'public') throw new HubError('unauthenticated');
    requirePermission(route, hub.caller);
  };
}
