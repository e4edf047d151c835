import { HubError } from '@switchboard/contracts';
import { isDeepStrictEqual } from 'node:util';

/** @throws HubError `conflict` where somebody changed one of the members since the action did. */
export function leftAlone<T extends object>(output: T, present: T, names: readonly (keyof T)[]): void {
  if (names.every((name) => isDeepStrictEqual(output[name], present[name]))) return;
  throw new HubError('conflict', 'This was changed again in the meantime, so it is left as it is.');
}
