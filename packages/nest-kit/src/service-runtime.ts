import type { ServiceName } from '@switchboard/contracts';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MigrationInterface } from 'typeorm';
import { Bus } from './bus/bus.ts';
import { BusServer } from './bus/bus-server.ts';
import { KeepErrorsFilter } from './bus/keep-errors.filter.ts';
import type { Wire } from './bus/wire.ts';
import { Clock, Ids } from './clock.ts';
import type { Settings } from './config/settings.ts';
import type { Log } from './log.ts';
import { StatementVerifier } from './statement.ts';
import { StreamHost, Streams } from './streams/streams.ts';

/** What a service is started with; everything outside its own code is in here. */
export interface ServiceRuntime {
  readonly settings: Settings;
  /** Of the service's own role. */
  readonly databaseUrl: string;
  readonly wire: Wire;
  readonly bus: Bus;
  readonly streams: Streams;
  readonly streamHost: StreamHost;
  readonly verifier: StatementVerifier;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Official origin to stand-in; only for sandbox connections. */
  readonly originMap: Readonly<Record<string, string>>;
  /** By provider id: the client the sandbox knows us by, where no live client is configured. */
  readonly sandboxClients: Readonly<Record<string, { readonly clientId: string; readonly clientSecret: string }>>;
}

export interface RunningService {
  /** Each thing it depends on, and whether it answers. */
  ready(): Promise<Readonly<Record<string, boolean>>>;
  close(): Promise<void>;
}

/** A service as the hosts start it: all four in one process, or one process each. */
export interface HubService {
  readonly name: ServiceName;
  /** Run in order by the database's owner, before any service starts. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  start(runtime: ServiceRuntime): Promise<RunningService>;
}

export const LOG = Symbol('log');
export const SETTINGS = Symbol('settings');
export const RUNTIME = Symbol('runtime');

/** Gives a service's modules what its runtime holds. */
@Global()
@Module({})
export class RuntimeModule {
  static of(runtime: ServiceRuntime): DynamicModule {
    const providers = [
      { provide: Bus, useValue: runtime.bus },
      { provide: Streams, useValue: runtime.streams },
      { provide: StreamHost, useValue: runtime.streamHost },
      { provide: StatementVerifier, useValue: runtime.verifier },
      { provide: Clock, useValue: runtime.clock },
      { provide: Ids, useValue: runtime.ids },
      { provide: LOG, useValue: runtime.log },
      { provide: SETTINGS, useValue: runtime.settings },
      { provide: RUNTIME, useValue: runtime },
    ];
    return { module: RuntimeModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** Starts a Nest microservice on the runtime's wire. @returns the application, listening. */
export async function startMicroservice(service: ServiceName, module: DynamicModule, runtime: ServiceRuntime) {
  const { wire, verifier, clock, log } = runtime;
  const application = await NestFactory.createMicroservice(module, {
    strategy: new BusServer({ service, wire, verifier, clock, log }),
    logger: false,
    abortOnError: false,
  });
  application.useGlobalFilters(new KeepErrorsFilter());
  await application.listen();
  return application;
}
