import type { DescribedAnswer, DescribedRequest } from './api-description.ts';

type Message = Pick<DescribedRequest | DescribedAnswer, 'headers' | 'body'>;

/** The media type of a message, in small letters and without parameters; empty where it has none. */
export const mediaTypeOf = ({ headers }: Pick<Message, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

export const isJson = (mediaType: string): boolean => /^application\/(?:[\w.-]+\+)?json$/.test(mediaType);

export const textOf = ({ body }: Pick<Message, 'body'>): string => Buffer.from(body).toString('utf8');

/** The value of a JSON body; undefined where there is no body. @throws SyntaxError where it is no JSON. */
export const jsonOf = (message: Pick<Message, 'body'>): unknown =>
  message.body.byteLength === 0 ? undefined : (JSON.parse(textOf(message)) as unknown);

/** The JSON values of a stream of server-sent events that are one line each. @throws SyntaxError where one is no JSON. */
export const eventsOf = (message: Pick<Message, 'body'>): unknown[] =>
  textOf(message)
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice('data: '.length)) as unknown);

/** The fields of a form body, in order. */
export const formOf = (message: Pick<Message, 'body'>): [string, string][] => [...new URLSearchParams(textOf(message))];

export interface DescribedPart {
  readonly name: string;
  /** Set where the part is a file. */
  readonly filename?: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/** The parts of a multipart/form-data body (RFC 7578). @throws Error where it is none. */
export function partsOf({ headers, body }: Message): DescribedPart[] {
  const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1];
  const text = Buffer.from(body).toString('latin1');
  if (!boundary || !text.startsWith(`--${boundary}\r\n`) || !text.endsWith(`\r\n--${boundary}--\r\n`))
    throw new Error('not a multipart body');
  const inner = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1, -1);
  return inner.map((part) => partOf(part.slice(2)));
}

function partOf(text: string): DescribedPart {
  const end = text.indexOf('\r\n\r\n');
  const heads = Buffer.from(text.slice(0, end), 'latin1').toString('utf8');
  const name = /^content-disposition: form-data;.*\bname="([^"]*)"/im.exec(heads)?.[1];
  if (end < 0 || name === undefined) throw new Error('a part without a name');
  const filename = /\bfilename="([^"]*)"/i.exec(heads)?.[1];
  const mediaType = /^content-type: *([^;\r]+)/im.exec(heads)?.[1]?.toLowerCase();
  return {
    name,
    ...(filename !== undefined && { filename }),
    ...(mediaType && { mediaType }),
    bytes: Buffer.from(text.slice(end + 4), 'latin1'),
  };
}
