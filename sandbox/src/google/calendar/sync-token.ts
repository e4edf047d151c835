import { GoogleError } from '../errors.ts';

/** Stands for everything that changed up to a sequence number. */
export const syncToken = (seq: number, single: boolean): string =>
  Buffer.from(`sync1:${seq}:${single ? 1 : 0}`).toString('base64url');

/** The sequence number of a token. @throws {GoogleError} 410 where it is none of ours any more. */
export function readSyncToken(state: { seq: number }, token: string): number {
  const [kind, seq] = Buffer.from(token, 'base64url').toString('utf8').split(':');
  if (kind !== 'sync1' || !(Number(seq) <= state.seq))
    throw new GoogleError(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.', {
      domain: 'calendar',
      location: 'syncToken',
    });
  return Number(seq);
}
