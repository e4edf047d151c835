import type { BodyKind } from './api.ts';
import type { SandboxRequest } from './exchange.ts';
import { readMultipart, type FormPart } from './multipart.ts';
import { Refusal } from './refusal.ts';

const kinds: Readonly<Record<string, BodyKind>> = {
  'application/json': 'json',
  'application/x-www-form-urlencoded': 'form',
  'multipart/form-data': 'multipart',
};

/** How a body is encoded, by its content type; what no parser knows is bytes. */
function bodyKindOf(request: SandboxRequest): BodyKind {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  return kinds[type] ?? (type.endsWith('+json') ? 'json' : 'bytes');
}

/**
 * A body as the method's schema wants it: the JSON value, an object of a form's texts (files as {@link FormPart}), or the bytes.
 * No body at all is undefined.
 * @throws {Refusal} `body_type` or `body_syntax`.
 */
export function readBody(request: SandboxRequest, accepts: readonly BodyKind[]): unknown {
  if (request.body.length === 0 && !accepts.includes('bytes')) return undefined;
  const kind = bodyKindOf(request);
  const taken = accepts.includes(kind) ? kind : accepts.find((one) => one === 'bytes');
  if (!taken) {
    const type = request.headers['content-type'] ?? 'nothing';
    throw new Refusal('body_type', `The body must be ${accepts.join(' or ')}, not ${type}.`);
  }
  if (taken === 'bytes') return request.body;
  if (taken === 'json') return jsonOf(request.body.toString('utf8'));
  return taken === 'form' ? formOf(request.body.toString('utf8')) : multipartOf(request);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('body_syntax', 'The body is not JSON.');
  }
}

/** A field that comes more than once, or whose name ends in `[]`, is a list. */
function grouped<T>(entries: readonly (readonly [string, T])[]): Record<string, T | T[]> {
  const names = [...new Set(entries.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const all = entries.filter(([one]) => one === name).map(([, value]) => value);
      return [name, all.length > 1 || name.endsWith('[]') ? all : all[0]!];
    }),
  );
}

const formOf = (text: string): unknown => grouped([...new URLSearchParams(text)]);

function multipartOf(request: SandboxRequest): unknown {
  let parts: FormPart[];
  try {
    parts = readMultipart(request.headers['content-type'] ?? '', request.body);
  } catch (error) {
    throw new Refusal('body_syntax', (error as Error).message);
  }
  return grouped(
    parts.map((part) => [part.name, part.filename === undefined ? part.bytes.toString('utf8') : part] as const),
  );
}
