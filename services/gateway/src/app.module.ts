import { RuntimeModule, type ServiceRuntime } from '@switchboard/nest-kit';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DenialsService } from './denials/denials.service.ts';
import { EventsController } from './events/events.controller.ts';
import { LiveEvents } from './events/live-events.ts';
import { FlowsController } from './flows/flows.controller.ts';
import { MetricsService } from './health/metrics.service.ts';
import { ReadinessService } from './health/readiness.service.ts';
import { IdempotencyService } from './idempotency/idempotency.service.ts';
import { LimitsService } from './limits/limits.service.ts';
import { OpenApiService } from './openapi/openapi.service.ts';
import { ActionsController } from './rest/actions.controller.ts';
import { ApiKeysController } from './rest/api-keys.controller.ts';
import { AuditController } from './rest/audit.controller.ts';
import { BundlesController } from './rest/bundles.controller.ts';
import { CalendarController } from './rest/calendar.controller.ts';
import { CalendarService } from './rest/calendar.service.ts';
import { ConnectionsController } from './rest/connections.controller.ts';
import { FilesController } from './rest/files.controller.ts';
import { MeController } from './rest/me.controller.ts';
import { MembersController } from './rest/members.controller.ts';
import { NoticesController } from './rest/notices.controller.ts';
import { ProposalsController } from './rest/proposals.controller.ts';
import { ProvidersController } from './rest/providers.controller.ts';
import { RunsController } from './rest/runs.controller.ts';
import { SecretsController } from './rest/secrets.controller.ts';
import { SessionsController } from './rest/sessions.controller.ts';
import { StatusController } from './rest/status.controller.ts';
import { ThreadsController } from './rest/threads.controller.ts';
import { CallersController } from './sign-in/callers.controller.ts';
import { CallersService } from './sign-in/callers.service.ts';
import { Cookies } from './sign-in/cookies.ts';
import { HubService } from './sign-in/hub.service.ts';
import { SessionsService } from './sign-in/sessions.service.ts';
import { SignInGuard } from './sign-in/sign-in.guard.ts';

/** What faces people and programs: it checks who asks, and forwards. */
@Module({
  controllers: [
    ActionsController,
    ApiKeysController,
    AuditController,
    BundlesController,
    CalendarController,
    CallersController,
    ConnectionsController,
    EventsController,
    FilesController,
    FlowsController,
    MeController,
    MembersController,
    NoticesController,
    ProposalsController,
    ProvidersController,
    RunsController,
    SecretsController,
    SessionsController,
    StatusController,
    ThreadsController,
  ],
  providers: [
    CalendarService,
    CallersService,
    Cookies,
    DenialsService,
    HubService,
    IdempotencyService,
    LimitsService,
    LiveEvents,
    MetricsService,
    OpenApiService,
    ReadinessService,
    SessionsService,
    SignInGuard,
  ],
})
export class AppModule {
  /** @param own what keeps idempotency and limits and says whether it is there, and what is read from folders. */
  static of(runtime: ServiceRuntime, own: readonly Provider[]): DynamicModule {
    return { module: AppModule, imports: [RuntimeModule.of(runtime)], providers: [...own] };
  }
}
