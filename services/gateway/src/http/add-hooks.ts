import type { ServiceRuntime } from '@switchboard/nest-kit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DenialsService } from '../denials/denials.service.ts';
import { MetricsService } from '../health/metrics.service.ts';
import { IdempotencyService } from '../idempotency/idempotency.service.ts';
import { LimitsService } from '../limits/limits.service.ts';
import type { WebFiles } from '../pages/web-files.ts';
import { SignInGuard } from '../sign-in/sign-in.guard.ts';
import { AddressBook } from './address-book.ts';
import { beginExchange } from './begin.hook.ts';
import { guardRoute } from './guard.hook.ts';
import { checkHost } from './host.hook.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnmatched } from './unmatched.hook.ts';

/** What happens to every request around its handler, in order. */
export function addHooks(application: NestFastifyApplication, runtime: ServiceRuntime, web: WebFiles): void {
  const { settings, clock, ids } = runtime;
  const fastify = application.getHttpAdapter().getInstance();
  const idempotency = application.get(IdempotencyService);
  const metrics = application.get(MetricsService);
  const denials = application.get(DenialsService);
  const addresses = new AddressBook(fastify);
  const guard = { settings, signIn: application.get(SignInGuard), limits: application.get(LimitsService) };

  fastify.decorateRequest('hub');
  fastify.addHook('onRequest', beginExchange(clock, ids, securityHeaders(settings)));
  fastify.addHook('onRequest', checkHost(settings.publicUrl));
  fastify.addHook('onRequest', answerUnmatched(addresses, web, settings.SWB_CORS_ORIGINS));
  fastify.addHook('onRequest', guardRoute(guard));
  fastify.addHook('preHandler', async (request, reply) =>
    (await idempotency.begin(request, reply)) ? reply : undefined,
  );
  fastify.addHook('onSend', async (request, reply, payload) => {
    await idempotency.finish(request, reply, payload);
    return payload;
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.observe(request, reply);
    denials.note(request);
    done();
  });
}
