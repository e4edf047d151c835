import { ErrorCode } from '@switchboard/contracts';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Logger;

const secretFields = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'apiKey',
  'code',
  'state',
  'key',
  'set-cookie',
];
const paths = secretFields.flatMap((field) =>
  [field, `*.${field}`, `*.*.${field}`].map((path) => path.replace(/([\w-]+)$/, '["$1"]').replace('.[', '[')),
);

/** An error's own code is no secret, though an authorization code has the same field's name. */
const censor = (value: unknown): unknown => (ErrorCode.safeParse(value).success ? value : '[secret]');

export interface LogOptions {
  readonly level: string;
  readonly service: string;
  /** Takes secrets out of a finished line by their shape, whatever field they are in (L-3). */
  readonly clean?: (line: string) => string;
}

/** JSON lines in UTC on standard error; fields that hold secrets print `[secret]`. */
export const createLog = (options: LogOptions, destination?: DestinationStream): Log =>
  pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths, censor },
      ...(options.clean ? { hooks: { streamWrite: options.clean } } : {}),
    },
    destination ?? pino.destination({ fd: 2, sync: false }),
  );

/** Says nothing; for tests. */
export const silentLog = (): Log => pino({ level: 'silent' });
