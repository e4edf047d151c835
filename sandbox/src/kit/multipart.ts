import { z } from 'zod';

/** A field of a multipart/form-data body (RFC 7578); `filename` where it is a file. */
export interface FormPart {
  readonly name: string;
  readonly filename?: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const blank = Buffer.from('\r\n\r\n');

/** The parts of a multipart/form-data body, in order. @throws {Error} with a plain reason where the body is not one. */
export function readMultipart(contentType: string, body: Buffer): FormPart[] {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  if (!boundary) throw new Error('The content type names no boundary.');
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  if (!body.subarray(0, mark.length).equals(mark)) throw new Error('The body does not begin with the boundary.');
  const between = Buffer.concat([Buffer.from('\r\n'), mark]);
  const parts: FormPart[] = [];
  let at = mark.length;
  for (;;) {
    const next = body.toString('latin1', at, at + 2);
    if (next === '--') return parts;
    if (next !== '\r\n') throw new Error('A boundary is not followed by a line break.');
    const end = body.indexOf(between, at);
    if (end < 0) throw new Error('The last boundary is missing.');
    parts.push(partOf(body.subarray(at + 2, end)));
    at = end + between.length;
  }
}

function partOf(part: Buffer): FormPart {
  const head = part.indexOf(blank);
  if (head < 0) throw new Error('A part has no blank line after its headers.');
  const headers = new Map(
    part
      .toString('utf8', 0, head)
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameterOf(disposition, 'name');
  if (!/^form-data\b/i.test(disposition) || name === undefined) throw new Error('A part names no field.');
  const filename = parameterOf(disposition, 'filename');
  return {
    name,
    ...(filename !== undefined && { filename }),
    mediaType: headers.get('content-type') ?? (filename === undefined ? 'text/plain' : 'application/octet-stream'),
    bytes: part.subarray(head + blank.length),
  };
}

/** Browsers write a quote as %22 and line breaks as %0D and %0A; older clients write a backslash before a quote. */
function parameterOf(disposition: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1];
  return found
    ?.replace(/\\(["\\])/g, '$1')
    .replaceAll('%22', '"')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n');
}

/** Schema of a file in a multipart body. */
export const filePart = z.custom<FormPart>(
  (value) => typeof value === 'object' && value !== null && 'filename' in value && 'bytes' in value,
  'not a file',
);
