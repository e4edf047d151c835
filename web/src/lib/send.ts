import { Problem, type RouteDefinition } from '@switchboard/contracts';
import { localProblem, ProblemError } from './problem-error.ts';

/** Values of a route's path, query and body before they are written out. */
export interface Values {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  /** Sent as it is, in the place of a JSON body. */
  raw?: Blob;
  headers?: Record<string, string>;
  key?: string;
  accept?: string;
  signal?: AbortSignal;
}

/** @returns the address of a route with its parameters and query filled in. */
function addressOf(route: RouteDefinition, { params = {}, query = {} }: Values): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/**
 * Sends one request to the hub and answers its raw response.
 * @throws {ProblemError} for every answer that is not a success and for a hub that does not answer.
 */
export async function send(route: RouteDefinition, values: Values): Promise<Response> {
  const headers = new Headers({ Accept: values.accept ?? 'application/json', 'X-Switchboard': '1', ...values.headers });
  if (values.body !== undefined) headers.set('Content-Type', 'application/json');
  if (values.key !== undefined) headers.set('Idempotency-Key', values.key);
  let response: Response;
  try {
    response = await fetch(addressOf(route, values), {
      method: route.method,
      headers,
      body: values.raw ?? (values.body === undefined ? undefined : JSON.stringify(values.body)),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: values.signal,
    });
  } catch (error) {
    if (values.signal?.aborted) throw error;
    throw localProblem('service_unavailable');
  }
  if (response.ok) return response;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  throw problem.success ? new ProblemError(problem.data) : localProblem(codeOf(response.status));
}

const codeOf = (status: number) =>
  status === 401
    ? 'unauthenticated'
    : status === 429
      ? 'rate_limited'
      : status === 503
        ? 'service_unavailable'
        : 'internal';
