import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HubError } from '@switchboard/contracts';
import {
  type Caller,
  InProcessBus,
  parseSettings,
  type ServiceRuntime,
  silentLog,
  StatementVerifier,
  SystemClock,
  SystemIds,
  WireBus,
} from '@switchboard/nest-kit';
import { providers as registry } from '@switchboard/providers';
import { startAuth } from '../service.ts';
import { issue } from './credentials.ts';
import { peerProvider } from './peer-provider.ts';

/** What the spec that starts this process tells it. */
export interface ProcessOptions {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly statementPublicKey: string;
  readonly originMap: Record<string, string>;
  readonly clients: ServiceRuntime['sandboxClients'];
  /** The peer's declaration, without features; the registry's providers where it is left out. */
  readonly oauth?: object;
  /** How often its upkeep looks; seldom unless told. */
  readonly tickSeconds?: number;
}

export interface ProcessOrder {
  readonly calls: number;
  readonly connectionId: string;
  readonly statement: string;
  readonly claims: Caller['claims'];
}

export interface ProcessAnswer {
  readonly tokens: string[];
  readonly errors: string[];
  readonly slowestMs: number;
}

/** One replica of the service in a process of its own; orders come over IPC. */
async function main(): Promise<void> {
  const options = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ProcessOptions;
  const clock = new SystemClock();
  const shared = new InProcessBus();
  const wire = shared.wire();
  const runtime = {
    settings: parseSettings({ SWB_DATA_DIR: path.resolve(options.folder) }),
    databaseUrl: options.databaseUrl,
    wire,
    bus: new WireBus(wire, clock),
    verifier: new StatementVerifier(options.statementPublicKey, clock),
    clock,
    ids: new SystemIds(),
    log: silentLog(),
    originMap: options.originMap,
    sandboxClients: options.clients,
  } as unknown as ServiceRuntime;
  const providers = options.oauth ? [peerProvider({ oauth: options.oauth } as never)] : registry;
  await startAuth(runtime, { providers, pace: { tickSeconds: options.tickSeconds ?? 3_600 } });
  const bus = new WireBus(shared.wire(), clock);

  const trace = () => ({
    traceId: runtime.ids.traceId(),
    deadlineMs: clock.monotonicMs() + 60_000,
    signal: new AbortController().signal,
  });
  process.on('message', (order: ProcessOrder) => {
    const { calls, connectionId, statement, claims } = order;
    const auth = {
      ask: (message, payload) => bus.request(message, payload, { ...trace(), statement, claims }),
    } as Parameters<typeof issue>[0];
    const answer: ProcessAnswer = { tokens: [], errors: [], slowestMs: 0 };
    const one = async (): Promise<number> => {
      const started = clock.monotonicMs();
      await issue(auth, {} as Caller, connectionId, { needs: [] }).then(
        ({ token }) => answer.tokens.push(token),
        (error: unknown) => answer.errors.push(error instanceof HubError ? error.code : String(error)),
      );
      return clock.monotonicMs() - started;
    };
    void Promise.all(Array.from({ length: calls }, one)).then((times) =>
      process.send?.({ ...answer, slowestMs: Math.max(...times) }),
    );
  });
  process.send?.('ready');
}

await main();
