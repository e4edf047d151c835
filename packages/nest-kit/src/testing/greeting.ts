import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallerClaims,
  defineEvent,
  defineMessage,
  HubError,
  type PayloadOf,
  type RequestOf,
  rolePermissions,
} from '@switchboard/contracts';
import { startTestNats, type TestNats } from '@switchboard/testing';
import { Controller, type DynamicModule, type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { WireBus } from '../bus/bus.ts';
import { BusServer } from '../bus/bus-server.ts';
import { HandleEvent, HearEvent } from '../bus/handle-event.ts';
import { HandleMessage } from '../bus/handle-message.ts';
import { InProcessBus } from '../bus/in-process-wire.ts';
import { KeepErrorsFilter } from '../bus/keep-errors.filter.ts';
import { connectNats } from '../bus/nats-wire.ts';
import type { Wire } from '../bus/wire.ts';
import type { Caller } from '../caller.ts';
import { SystemClock } from '../clock.ts';
import { silentLog } from '../log.ts';
import { StatementSigner, StatementVerifier } from '../statement.ts';

/** A message as services declare them. */
export const greet = defineMessage({
  subject: 'auth.greeting.make',
  callers: ['gateway'],
  permission: 'connections:read',
  request: z.object({ name: z.string().min(1), waitMs: z.int().default(0) }),
  reply: z.object({ text: z.string(), traceId: z.string(), memberId: z.string() }),
  errors: ['conflict'],
  timeoutMs: 2_000,
});
export const freshOnly = defineMessage({ ...greet, subject: 'auth.greeting.fresh', fresh: true });
export const nobody = defineMessage({ ...greet, subject: 'auth.greeting.nobody' });
export const greeted = defineEvent({
  subject: 'auth.greeting.made',
  listeners: ['gateway'],
  payload: z.object({ name: z.string() }),
});

/** What reached the handlers of the event, in order. */
export const heard: string[] = [];

@Controller()
class GreetingController {
  @HandleMessage(greet)
  async greet({ name: called, waitMs }: RequestOf<typeof greet>, caller: Caller) {
    const name = called === 'huge' ? called.repeat(400_000) : called;
    await sleep(waitMs);
    if (name === 'conflict') throw new HubError('conflict', 'Taken.', { reason: 'held' });
    if (name === 'undeclared') throw new HubError('already_set_up');
    if (name === 'broken') throw new TypeError('the inner path');
    if (name === 'misfit') return { text: 1 } as never;
    return { text: `Hello ${name}`, traceId: caller.traceId, memberId: caller.claims.memberId, inner: 'not listed' };
  }

  @HandleMessage(freshOnly)
  fresh({ name }: RequestOf<typeof freshOnly>, { traceId, claims }: Caller) {
    return { text: name, traceId, memberId: claims.memberId };
  }

  @HandleEvent(greeted, 'gateway')
  onGreeted({ name }: PayloadOf<typeof greeted>): void {
    if (name === 'refused') throw new HubError('internal');
    heard.push(`delivered ${name}`);
  }

  @HearEvent(greeted)
  onBroadcast({ name }: PayloadOf<typeof greeted>): void {
    heard.push(`heard ${name}`);
  }
}

@Module({})
class GreetingModule {
  static readonly dynamic: DynamicModule = { module: GreetingModule, controllers: [GreetingController] };
}

export const clock = new SystemClock();
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
export const signer = new StatementSigner(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
/** Checks statements as any service does. */
export const verifier = () =>
  new StatementVerifier(publicKey.export({ format: 'pem', type: 'spki' }).toString(), clock);

/** A member as `auth` signs them. */
export function callerWith(changes: Partial<CallerClaims> = {}, patienceMs = 2_000): Caller {
  const now = Math.floor(clock.now().getTime() / 1000);
  const id = '01990000-0000-7000-8000-000000000001';
  const claims = {
    hubId: id,
    memberId: id,
    role: 'member',
    via: 'session',
    permissions: rolePermissions.member,
    authenticatedAt: now,
    issuedAt: now,
    expiresAt: now + 60,
    ...changes,
  } as CallerClaims;
  const statement = signer.sign(claims);
  const deadlineMs = clock.monotonicMs() + patienceMs;
  return { claims, statement, traceId: 'a'.repeat(32), deadlineMs, signal: new AbortController().signal };
}

/** A bus with the service on it, on one of the two wires. */
export async function startGreeting(kind: 'in process' | 'NATS') {
  const stack = new AsyncDisposableStack();
  const hub = new InProcessBus();
  const nats: TestNats | undefined = kind === 'NATS' ? stack.use(await startTestNats()) : undefined;
  const wireOf = async (name: string): Promise<Wire> =>
    nats ? connectNats({ url: nats.url, name, secret: 'shared by the services' }) : hub.wire();
  const serve = async (): Promise<INestMicroservice> => {
    const strategy = new BusServer({
      service: 'auth',
      wire: await wireOf('auth'),
      verifier: verifier(),
      clock,
      log: silentLog(),
    });
    const service = await NestFactory.createMicroservice(GreetingModule.dynamic, { strategy, logger: false });
    service.useGlobalFilters(new KeepErrorsFilter());
    await service.listen();
    return service;
  };
  const service = await serve();
  const wire = await wireOf('gateway');
  stack.defer(() => wire.close());
  stack.defer(() => service.close());
  return {
    bus: new WireBus(wire, clock),
    wire,
    service,
    serve,
    nats,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
