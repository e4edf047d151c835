import { createHash } from 'node:crypto';
import { createSession, type MessageDefinition, type NewSession, resolveCaller } from '@switchboard/contracts';
import {
  type Caller,
  InProcessBus,
  type Log,
  type MaybeCaller,
  parseSettings,
  type ServiceRuntime,
  silentLog,
  StatementVerifier,
  SystemClock,
  SystemIds,
  WireBus,
} from '@switchboard/nest-kit';
import { type ProviderDeclaration, registrationsOf } from '@switchboard/provider-kit';
import type { ReplyOf, RequestInput } from '@switchboard/contracts';
import { startAuth } from '../service.ts';
import type { UpkeepPace } from '../upkeep/upkeep.service.ts';
import { createAuthDatabase } from './test-database.ts';
import { createTestKeys } from './test-keys.ts';

export const owner = { email: 'ada@example.com', password: 'a long walk by the sea' };
export const client = { address: '127.0.0.1', userAgent: 'spec' };
/** The browser of the tests: what the gateway makes of its flow cookie. */
export const browserBinding = createHash('sha256').update('browser').digest('base64url');

export interface TestAuthOptions {
  readonly providers?: readonly ProviderDeclaration[];
  readonly originMap?: Record<string, string>;
  readonly clients?: ServiceRuntime['sandboxClients'];
  readonly environment?: Record<string, string>;
  readonly log?: Log;
  /** How often upkeep looks; so seldom that it does not, unless told. */
  readonly pace?: UpkeepPace;
}

/** The service on real PostgreSQL and an in-process bus, with an owner whose password is known. */
export async function startTestAuth(options: TestAuthOptions = {}) {
  const stack = new AsyncDisposableStack();
  const database = stack.use(await createAuthDatabase());
  const keys = stack.use(await createTestKeys());
  const clock = new SystemClock();
  const ids = new SystemIds();
  const shared = new InProcessBus();
  const verifier = new StatementVerifier(keys.statementPublicKey, clock);
  const environment = { SWB_DATA_DIR: keys.folder, SWB_OWNER_EMAIL: owner.email, SWB_OWNER_PASSWORD: owner.password };
  const registrations = (options.providers ?? []).flatMap(registrationsOf);
  const settings = parseSettings({ ...environment, ...options.environment }, registrations);
  const wire = shared.wire();
  const runtime = {
    settings,
    databaseUrl: database.urlAs('auth'),
    wire,
    bus: new WireBus(wire, clock),
    verifier,
    clock,
    ids,
    log: options.log ?? silentLog(),
    originMap: options.originMap ?? {},
    sandboxClients: options.clients ?? {},
    streams: undefined,
    streamHost: undefined,
  } as unknown as ServiceRuntime;
  const service = await startAuth(runtime, {
    providers: options.providers ?? [],
    pace: options.pace ?? { tickSeconds: 3_600 },
  });
  stack.defer(() => service.close());
  const bus = new WireBus(shared.wire(), clock);

  const trace = (): MaybeCaller => ({
    traceId: ids.traceId(),
    deadlineMs: clock.monotonicMs() + 60_000,
    signal: new AbortController().signal,
  });
  const ask = <M extends MessageDefinition>(
    message: M,
    payload: RequestInput<M>,
    caller: MaybeCaller = trace(),
  ): Promise<ReplyOf<M>> => bus.request(message, payload, { ...trace(), ...statementOf(caller) });
  const resolve = async (token: string, kind: 'session' | 'api_key' = 'session'): Promise<Caller> => {
    const { statement, claims } = await ask(resolveCaller, { kind, token, address: client.address });
    return { ...trace(), statement, claims };
  };
  const signIn = async (
    who: { email: string; password: string } = owner,
  ): Promise<Caller & { session: NewSession }> => {
    const session = await ask(createSession, { ...who, client });
    return { ...(await resolve(session.token)), session };
  };
  return {
    runtime,
    service,
    keys,
    shared,
    ownerUrl: database.ownerUrl,
    urlAs: database.urlAs,
    ask,
    resolve,
    signIn,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const statementOf = ({ statement, claims }: MaybeCaller): Partial<MaybeCaller> =>
  statement ? { statement, claims } : {};

export type TestAuth = Awaited<ReturnType<typeof startTestAuth>>;
