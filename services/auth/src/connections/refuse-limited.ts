import { HubError } from '@switchboard/contracts';
import type { Caller } from '@switchboard/nest-kit';

/** A key limited to one connection makes no other. @throws HubError `not_permitted`. */
export function refuseLimited({ claims }: Caller): void {
  if (claims.connectionId !== undefined)
    throw new HubError('not_permitted', 'A key limited to one connection cannot connect another account.');
}
