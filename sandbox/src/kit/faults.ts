import { z } from 'zod';
import type { SandboxAnswer, SandboxRequest } from './exchange.ts';

/** A provider's own shape of a refusal. */
export type ErrorBody = (status: number, reason: string | undefined) => unknown;

/** A fault a test switches on; `times` counts down, `skip` lets the first requests through. */
export const Fault = z.strictObject({
  match: z
    .strictObject({
      host: z.string().optional(),
      /** A prefix of the path, or a pattern where it holds `*`. */
      path: z.string().optional(),
      method: z.string().optional(),
      /** Words the request's body must hold. */
      body: z.string().optional(),
    })
    .default({}),
  kind: z.enum(['delay', 'status', 'reset', 'garbage', 'retryAfter', 'truncate', 'slow']),
  times: z.int().positive().default(1),
  skip: z.int().nonnegative().default(0),
  /** For `delay` and `slow`. */
  ms: z.int().nonnegative().max(120_000).default(1000),
  /** For `status` and `retryAfter`. */
  status: z.int().min(200).max(599).default(503),
  /** The answer's body for `status`; text, or a value sent as JSON. */
  body: z.unknown().optional(),
  /** Error reason in the provider's own shape for `status` and `retryAfter`. */
  reason: z.string().optional(),
  seconds: z.number().nonnegative().default(1),
  headers: z.record(z.string(), z.string()).default({}),
  /** True where the request is carried out before the fault hides its answer. */
  after: z.boolean().default(false),
});
export type Fault = z.infer<typeof Fault>;

interface Armed extends Fault {
  readonly id: number;
  left: number;
  toSkip: number;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function fits(fault: Fault, request: SandboxRequest): boolean {
  const { host, path, method, body } = fault.match;
  if (host && new URL(request.origin).host !== host) return false;
  if (method && method.toUpperCase() !== request.method) return false;
  if (body && !request.body.includes(body)) return false;
  if (!path) return true;
  return path.includes('*')
    ? new RegExp(`^${path.split('*').map(escape).join('.*')}$`).test(request.path)
    : request.path.startsWith(path);
}

/** The armed faults, in the order they were set; the first that fits a request is spent on it. */
export class Faults {
  #next = 1;
  #armed: Armed[] = [];

  arm(fault: Fault): number {
    const id = this.#next++;
    this.#armed.push({ ...fault, id, left: fault.times, toSkip: fault.skip });
    return id;
  }

  take(request: SandboxRequest): Fault | undefined {
    for (const fault of this.#armed) {
      if (fault.left === 0 || !fits(fault, request)) continue;
      if (fault.toSkip > 0) {
        fault.toSkip -= 1;
        continue;
      }
      fault.left -= 1;
      return fault;
    }
    return undefined;
  }

  list(): readonly Fault[] {
    return this.#armed.filter((fault) => fault.left > 0);
  }

  clear(): void {
    this.#armed = [];
  }
}

/** The answer a `status` or `retryAfter` fault gives instead of the real one. */
export function faultAnswer(fault: Fault, errorBody: ErrorBody): SandboxAnswer {
  const limited = fault.kind === 'retryAfter';
  const status = limited && fault.status === 503 ? 429 : fault.status;
  const body = fault.body ?? errorBody(status, fault.reason);
  return {
    status,
    headers: {
      'content-type': typeof body === 'string' ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8',
      ...(limited ? { 'retry-after': String(fault.seconds) } : {}),
      ...fault.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
