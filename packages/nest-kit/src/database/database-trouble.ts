import { HubError } from '@switchboard/contracts';

/** Not there, going away, full, or too slow: SQLSTATE classes 08, 53 and 57, lock timeouts, and sockets. */
const away =
  /^(?:08...|53...|57P0[1-5]|57014|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/;
const awayInWords =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout|Driver not Connected|.{0,60}already released)/;
const clash = /^40(?:001|P01)$/;

/** True for a transaction that lost against another and may be run again whole (F-20). */
export const mayRunAgain = (error: unknown): boolean => clash.test(codeOf(error));

/** What a database error means to whoever waits: unavailable for a moment, or a fault of ours, without the values in it. */
export function asDatabaseTrouble(error: unknown): unknown {
  if (error instanceof HubError || !isAway(error)) return withoutValues(error);
  return new HubError(
    'service_unavailable',
    'The database does not answer. Try again in a moment.',
    { retryAfterSeconds: 2 },
    { cause: error },
  );
}

/** Takes out what a log must not show: the statement's values, and the row the database quotes (L-3). */
function withoutValues(error: unknown): unknown {
  for (const part of [error, (error as { driverError?: unknown } | null)?.driverError])
    if (part instanceof Error)
      for (const name of ['parameters', 'query', 'detail', 'where']) Reflect.deleteProperty(part, name);
  return error;
}

const isAway = (error: unknown): boolean =>
  away.test(codeOf(error)) || (error instanceof Error && awayInWords.test(error.message));

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
