import { createHash } from 'node:crypto';
import type { SandboxClock } from './clock.ts';
import type { SandboxRequest } from './exchange.ts';

const kept = 5000;
const bodyLimit = 256 * 1024;
const secretHeader = /authorization|cookie|token|api-?key|secret/;
const secretFields = new Set([
  'client_secret', 'code', 'refresh_token', 'token', 'access_token', 'code_verifier', 'assertion', 'key', 'api_key',
]); // prettier-ignore
/** A token that travels in the path, as a bot's. */
const secretSegment = /\d{6,}(?::|%3A)[\w-]{20,}/gi;

export interface LoggedRequest {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Record<string, string | string[]>;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly bodyBytes: number;
  status: number | 'reset';
  durationMs: number;
}

const digest = (value: string): string => `sha256:${createHash('sha256').update(value).digest('hex').slice(0, 12)}`;

/** What was asked of the sandbox, newest last; secrets are kept as the first letters of their hash. */
export class RequestLog {
  #next = 1;
  #entries: LoggedRequest[] = [];
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  begin(request: SandboxRequest): LoggedRequest {
    const entry: LoggedRequest = {
      id: this.#next++,
      at: new Date(this.#clock()).toISOString(),
      method: request.method,
      host: new URL(request.origin).host,
      path: request.path.replace(secretSegment, digest),
      query: queryOf(request.query),
      headers: headersOf(request),
      body: bodyOf(request),
      bodyBytes: request.body.length,
      status: 0,
      durationMs: 0,
    };
    this.#entries.push(entry);
    if (this.#entries.length > kept) this.#entries = this.#entries.slice(-kept);
    return entry;
  }

  since(id: number): LoggedRequest[] {
    return this.#entries.filter((entry) => entry.id > id);
  }

  clear(): void {
    this.#entries = [];
  }
}

function queryOf(query: URLSearchParams): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name).map((value) => (secretFields.has(name) ? digest(value) : value));
    found[name] = values.length === 1 ? values[0]! : values;
  }
  return found;
}

const headersOf = (request: SandboxRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
      return [name, secretHeader.test(name) ? digest(text.replace(/^\w+ /, '')) : text];
    }),
  );

function bodyOf(request: SandboxRequest): unknown {
  if (request.body.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (request.body.length > bodyLimit) return `[${request.body.length} bytes]`;
  const text = request.body.toString('utf8');
  if (type.includes('application/x-www-form-urlencoded')) return queryOf(new URLSearchParams(text));
  if (!type.includes('json')) return text;
  try {
    return masked(JSON.parse(text));
  } catch {
    return text;
  }
}

/** A JSON object as it was sent, its secret members only by the start of their hash. */
function masked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const hide = (name: string, member: unknown): unknown =>
    secretFields.has(name) && typeof member === 'string' ? digest(member) : member;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, hide(name, member)]));
}
