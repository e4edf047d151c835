import { BusServer, type ServiceRuntime, Streams } from '@switchboard/nest-kit';
import { ProblemFilter } from '@switchboard/nest-kit/http';
import type { Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { MetricsService } from './health/metrics.service.ts';
import { serveHealth } from './health/health.route.ts';
import { serveMetrics } from './health/metrics.route.ts';
import { ReadinessService } from './health/readiness.service.ts';
import { addHooks } from './http/add-hooks.ts';
import { createAdapter } from './http/create-adapter.ts';
import { readBodies } from './http/json-body.ts';
import { serveReports } from './http/reports.route.ts';
import { LimitsService } from './limits/limits.service.ts';
import { serveConnectedPage } from './flows/connected-page.ts';
import { serveDocs } from './openapi/docs.route.ts';
import { OpenApiService } from './openapi/openapi.service.ts';
import { serveProviderIcons } from './pages/provider-icons.route.ts';
import { SetUpTexts } from './pages/set-up-texts.ts';
import { WebFiles } from './pages/web-files.ts';
import { WebFolder } from './pages/web-folder.ts';
import { serveProxy } from './proxy/proxy.route.ts';

/** Folders of files the gateway hands out. */
export interface Folders {
  readonly web: string;
  /** Of each provider its picture and its set-up steps. */
  readonly providers: string;
}

/** Builds the gateway, ready to listen. */
export async function createApplication(
  runtime: ServiceRuntime,
  storage: readonly Provider[],
  folders: Folders,
): Promise<NestFastifyApplication> {
  const { wire, verifier, clock, log } = runtime;
  const own = [...storage, { provide: SetUpTexts, useValue: new SetUpTexts(folders.providers) }];
  const filter = new ProblemFilter(log);
  const adapter = createAdapter(runtime, filter);
  const application = await NestFactory.create<NestFastifyApplication>(AppModule.of(runtime, own), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  const fastify = application.getHttpAdapter().getInstance();
  application.useGlobalFilters(filter);
  readBodies(fastify);
  addHooks(application, runtime, new WebFiles(new WebFolder(folders.web)));
  serveHealth(fastify, application.get(ReadinessService));
  serveMetrics(fastify, application.get(MetricsService));
  serveReports(fastify, application.get(LimitsService), log);
  serveConnectedPage(fastify);
  serveDocs(fastify, application.get(OpenApiService));
  serveProviderIcons(fastify, folders.providers);
  serveProxy(fastify, application.get(Streams));
  application.connectMicroservice({ strategy: new BusServer({ service: 'gateway', wire, verifier, clock, log }) });
  await application.startAllMicroservices();
  await application.init();
  await fastify.ready();
  return application;
}
