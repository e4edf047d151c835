import { generateKeyPairSync } from 'node:crypto';
import {
  type CallerClaims,
  type EventDefinition,
  getSetup,
  HubError,
  type PayloadOf,
  resolveCaller,
  rolePermissions,
} from '@switchboard/contracts';
import {
  type Clock,
  encodeRequest,
  InProcessBus,
  InProcessStreams,
  parseSettings,
  type ServiceRuntime,
  silentLog,
  StatementVerifier,
  SystemClock,
  SystemIds,
} from '@switchboard/nest-kit';
import { FakeBus, FakeStreams } from '@switchboard/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { createApplication } from '../application.ts';
import { DenialStore } from '../denials/denial-store.ts';
import { DatabaseProbe } from '../health/readiness.service.ts';
import { IdempotencyStore } from '../idempotency/idempotency-store.ts';
import { LimitStore } from '../limits/limit-store.ts';
import { MemoryDenialStore, MemoryIdempotencyStore, MemoryLimitStore } from './memory-stores.ts';

export const publicUrl = 'http://localhost:3000';
export const hubId = '01990000-0000-7000-8000-0000000000aa';

export interface GatewayOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly limits?: LimitStore;
  readonly idempotency?: MemoryIdempotencyStore;
  readonly denials?: MemoryDenialStore;
  readonly web?: string;
  readonly clock?: Clock;
}

/** A gateway with a fake bus behind it, on a free port of loopback; ended with `await using`. */
export async function startGateway(options: GatewayOptions = {}): Promise<TestGateway> {
  const settings = parseSettings({ NODE_ENV: 'test', SWB_PUBLIC_URL: publicUrl, ...options.settings });
  const clock = options.clock ?? new SystemClock();
  const { publicKey } = generateKeyPairSync('ed25519');
  const verifier = new StatementVerifier(publicKey.export({ format: 'pem', type: 'spki' }).toString(), clock);
  const hub = new InProcessBus();
  const bus = new FakeBus('gateway');
  const streams = new FakeStreams('gateway');
  const runtime: ServiceRuntime = {
    settings,
    databaseUrl: '',
    wire: hub.wire(),
    bus,
    streams,
    streamHost: new InProcessStreams(verifier),
    verifier,
    clock,
    ids: new SystemIds(),
    log: silentLog(),
    originMap: {},
    sandboxClients: {},
  };
  const storage = [
    { provide: LimitStore, useValue: options.limits ?? new MemoryLimitStore() },
    { provide: IdempotencyStore, useValue: options.idempotency ?? new MemoryIdempotencyStore() },
    { provide: DenialStore, useValue: options.denials ?? new MemoryDenialStore() },
    { provide: DatabaseProbe, useValue: { ready: () => Promise.resolve(true) } },
  ];
  const folders = { web: options.web ?? '/nowhere', providers: '/nowhere' };
  const application = await createApplication(runtime, storage, folders);
  await application.listen(0, '127.0.0.1');
  return new TestGateway(application, bus, streams, (subject, payload) => hub.wire().publish(subject, payload));
}

export class TestGateway implements AsyncDisposable {
  private readonly people = new Map<string, CallerClaims>();
  private readonly secure: boolean;

  constructor(
    readonly application: NestFastifyApplication,
    readonly bus: FakeBus,
    readonly streams: FakeStreams,
    private readonly publish: (subject: string, payload: Uint8Array) => void,
  ) {
    this.secure = false;
    bus.answer(getSetup, { done: true, hubId, hubName: 'Test', signInProviders: [] });
    bus.answer(resolveCaller, ({ token }) => {
      const claims = this.people.get(token);
      if (!claims) throw new HubError('unauthenticated');
      return { statement: `of-${token}`, claims };
    });
  }

  get url(): string {
    const { port } = this.application.getHttpServer().address() as { port: number };
    return `http://127.0.0.1:${port}`;
  }

  /** Nobody in particular. */
  nobody() {
    return supertest.agent(this.url).set('Host', new URL(publicUrl).host);
  }

  /** A person with a session, as the dashboard sends requests. */
  as(name: string, claims: Partial<CallerClaims> = {}) {
    this.people.set(name, claimsOf(name, claims));
    return this.nobody().set('Cookie', this.cookieOf(name)).set('X-Switchboard', '1');
  }

  /** A program with an API key. */
  asKey(name: string, permissions: CallerClaims['permissions'], claims: Partial<CallerClaims> = {}) {
    const keyed = { via: 'api_key', sessionId: undefined, apiKeyId: idOf(`${name}-key`), permissions } as const;
    this.people.set(name, claimsOf(name, { ...keyed, ...claims } as Partial<CallerClaims>));
    return this.nobody().set('Authorization', `Bearer ${name}`);
  }

  cookieOf(token: string): string {
    return this.secure ? `__Host-swb-session=${token}` : `swb-session-${hubId}=${token}`;
  }

  /** The session or key is known no more; what is kept of it stays until an event says so. */
  forget(name: string): void {
    this.people.delete(name);
  }

  claims(name: string): CallerClaims | undefined {
    return this.people.get(name);
  }

  /** An event as its service broadcasts it. */
  tell<E extends EventDefinition>(event: E, payload: PayloadOf<E>): void {
    this.publish(event.subject, encodeRequest({ payload, traceId: 'a'.repeat(32), remainingMs: 1_000 }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.application.getHttpServer().closeAllConnections();
    await this.application.close();
  }
}

/** A stable id for a name. */
export const idOf = (name: string): string =>
  `01990000-0000-7000-8000-${Buffer.from(name.padEnd(6, '_').slice(0, 6)).toString('hex')}`;

function claimsOf(name: string, changes: Partial<CallerClaims>): CallerClaims {
  const role = changes.role ?? 'member';
  const now = Math.floor(new Date().getTime() / 1000);
  return {
    hubId,
    memberId: idOf(name),
    role,
    via: 'session',
    sessionId: idOf(name),
    permissions: rolePermissions[role],
    authenticatedAt: now,
    issuedAt: now,
    expiresAt: now + 60,
    ...changes,
  } as CallerClaims;
}
