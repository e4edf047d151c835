import type { z } from 'zod';
import type { ErrorCode } from './error.ts';
import type { Permission } from './permission.ts';
import type { ServiceName } from './service.ts';

/** Bytes between two services: they travel over HTTP inside (or by a direct call in one process), never over the bus. */
export interface StreamDefinition<Parameters extends z.ZodObject = z.ZodObject> {
  readonly kind: 'stream';
  /** `<service>.<noun>.<verb>`; the first word is the service that answers. */
  readonly subject: `${ServiceName}.${string}.${string}`;
  readonly callers: readonly ServiceName[];
  readonly permission: Permission;
  /** Small values beside the bytes; they travel in one header. */
  readonly parameters: Parameters;
  readonly errors: readonly ErrorCode[];
}

/** Declares one stream between two services. */
export function defineStream<const Parameters extends z.ZodObject>(
  definition: Omit<StreamDefinition<Parameters>, 'kind'>,
): StreamDefinition<Parameters> {
  return Object.freeze({ kind: 'stream', ...definition });
}
export type ParametersOf<S extends StreamDefinition> = z.output<S['parameters']>;
