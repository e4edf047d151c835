export interface Header {
  readonly name: string;
  readonly value: string;
}

/** One part of a message, decoded; the message itself is part `''`. */
export interface MimePart {
  readonly partId: string;
  readonly mimeType: string;
  readonly charset: string;
  readonly filename: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  readonly parts: readonly MimePart[];
}

const maxDepth = 20;

/** Reads a message (RFC 5322, RFC 2045 to 2047). */
export function parseMessage(raw: Buffer, partId = '', depth = 0): MimePart {
  const { head, body } = split(raw);
  const headers = parseHeaders(head);
  const type = parameters(headerOf(headers, 'content-type') || 'text/plain');
  const disposition = parameters(headerOf(headers, 'content-disposition'));
  const mimeType = type.value.toLowerCase() || 'text/plain';
  const boundary = type.params.boundary;
  const children = mimeType.startsWith('multipart/') && boundary && depth < maxDepth ? partsOf(body, boundary) : [];
  return {
    partId,
    mimeType,
    charset: (type.params.charset ?? 'utf-8').toLowerCase(),
    filename: decodeWords(disposition.params.filename ?? type.params.name ?? ''),
    headers: headers.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    body: children.length > 0 ? Buffer.alloc(0) : decodeBody(body, headerOf(headers, 'content-transfer-encoding')),
    parts: children.map((child, at) => parseMessage(child, partId ? `${partId}.${at}` : String(at), depth + 1)),
  };
}

export const headerOf = (headers: readonly Header[], name: string): string =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? '';

/** Every part, the message first. */
export const allParts = (part: MimePart): MimePart[] => [part, ...part.parts.flatMap(allParts)];

export const isAttachment = (part: MimePart): boolean =>
  part.parts.length === 0 && (part.filename !== '' || !/^(text|multipart|message)\//.test(part.mimeType));

/** A text part's words, whatever its charset. */
export function textOf(part: MimePart): string {
  try {
    return new TextDecoder(part.charset).decode(part.body);
  } catch {
    return part.body.toString('utf8');
  }
}

/** Where the head of a message ends. */
export function headEnd(raw: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => raw.indexOf(blank)).filter((at) => at >= 0);
  return ends.length > 0 ? Math.min(...ends) : raw.length;
}

function split(raw: Buffer): { head: string; body: Buffer } {
  const at = headEnd(raw);
  return { head: raw.toString('utf8', 0, at), body: raw.subarray(at + (raw[at] === 13 ? 4 : 2)) };
}

function parseHeaders(head: string): Header[] {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
  });
}

function parameters(text: string): { value: string; params: Record<string, string> } {
  const [value = '', ...rest] = text.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const params: Record<string, string> = {};
  const continued: Record<string, string> = {};
  for (const piece of rest) {
    const [, name = '', quoted, plain = ''] =
      /^\s*([^=\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(.*?))\s*$/s.exec(piece) ?? [];
    const found = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    const [, base, extended] = /^([^*]+)(?:\*\d+)?(\*?)$/.exec(name.toLowerCase()) ?? [];
    if (!base) continue;
    if (name.includes('*')) continued[base] = (continued[base] ?? '') + (extended ? percent(found) : found);
    else params[base] = found;
  }
  return { value: value.trim(), params: { ...params, ...continued } };
}

function percent(text: string): string {
  const plain = text.replace(/^[\w-]*'[^']*'/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** RFC 2047 words back to text. */
const decodeWords = (text: string): string =>
  text.replace(/(\?=)\s+(=\?)/g, '$1$2').replace(/(?:=\?[\w-]+\?[bq]\?[^?]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi)];
    const bytes = words.map(([, , kind, data]) =>
      kind!.toLowerCase() === 'b' ? Buffer.from(data!, 'base64') : unquote(data!.replaceAll('_', ' ')),
    );
    try {
      return new TextDecoder(words[0]![1]).decode(Buffer.concat(bytes));
    } catch {
      return run;
    }
  });

const unquote = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function decodeBody(body: Buffer, encoding: string): Buffer {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return unquote(body.toString('latin1'));
    default:
      return body;
  }
}

function partsOf(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`);
  const found: Buffer[] = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    if (body.subarray(start, start + 2).toString() === '--') break;
    const next = body.indexOf(mark, start);
    const end = next < 0 ? body.length : next;
    const lineEnd = body.indexOf('\n', start) + 1;
    const cut = body[end - 2] === 13 ? end - 2 : end - 1;
    if (lineEnd > 0) found.push(body.subarray(lineEnd, Math.max(lineEnd, next < 0 ? end : cut)));
    at = next;
  }
  return found;
}
