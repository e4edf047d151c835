import type { EventDefinition, PayloadOf } from '@switchboard/contracts';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import type { Trace } from '../caller.ts';
import { deliverySubject } from './bus.ts';
import { asPattern, type Incoming } from './handle-message.ts';

type Handler<E extends EventDefinition> = (payload: PayloadOf<E>, trace: Trace) => Promise<void> | void;

/**
 * Hears an event once per service, at least once; a thrown error has it delivered again.
 * @param listener this service's name.
 */
export function HandleEvent<E extends EventDefinition>(event: E, listener: E['listeners'][number]) {
  return <H extends Handler<E>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    wrap(event, descriptor);
    MessagePattern(deliverySubject(event, listener))(target, key, asPattern(descriptor));
  };
}

/** Hears an event in every replica, best effort; for dropping what is kept in memory. */
export function HearEvent<E extends EventDefinition>(event: E) {
  return <H extends Handler<E>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    wrap(event, descriptor);
    EventPattern(event.subject)(target, key, asPattern(descriptor));
  };
}

function wrap<E extends EventDefinition, H extends Handler<E>>(event: E, descriptor: TypedPropertyDescriptor<H>): void {
  const handler = descriptor.value as H;
  const wrapped = async function (this: unknown, { payload, caller }: Incoming): Promise<null> {
    await handler.call(this, event.payload.parse(payload) as PayloadOf<E>, caller);
    return null;
  };
  descriptor.value = wrapped as unknown as H;
}
