import type { AuthMethod } from '@switchboard/provider-kit';
import type { Connection } from '../connections/connection.entity.ts';

/** True for the access of a consent of which nobody said when it ends: it works until it is taken back. */
export const isEndless = ({ accessExpiresAt }: Pick<Connection, 'accessExpiresAt'>, method: AuthMethod | undefined) =>
  accessExpiresAt === null && (method?.kind === 'fragment' || method?.kind === 'oauth2');
