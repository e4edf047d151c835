import type { z } from 'zod';
import type { ServiceName } from './service.ts';

export interface EventDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  /** `<service>.<noun>.<past>`; the first word is the service that tells it. */
  readonly subject: `${ServiceName}.${string}.${string}`;
  /** The services that may listen. */
  readonly listeners: readonly ServiceName[];
  readonly payload: Payload;
}

/** Declares something that happened. Delivered at least once, from an outbox row of the sender's transaction. */
export function defineEvent<const Payload extends z.ZodType>(
  definition: Omit<EventDefinition<Payload>, 'kind'>,
): EventDefinition<Payload> {
  return Object.freeze({ kind: 'event', ...definition });
}

export type PayloadOf<E extends EventDefinition> = z.output<E['payload']>;
