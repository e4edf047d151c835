import type { z } from 'zod';
import { createRouter, queryValues, type ApiMethod } from './api.ts';
import { readBody } from './body.ts';
import { json, type OriginHandler, type SandboxAnswer, type SandboxRequest } from './exchange.ts';
import type { QuotaState } from './quotas.ts';
import { Refusal, type Refuse } from './refusal.ts';
import type { SandboxKit } from './world.ts';

/** Who asks, and what the credential may do. */
export interface Caller<Account> {
  readonly account: Account;
  readonly scopes: ReadonlySet<string>;
}

export interface RestApi<Account extends { readonly id: string }> {
  /** Names the quota that all its methods share. */
  readonly name: string;
  readonly methods: readonly ApiMethod<Account>[];
  /** Before every path, as `/api/1.0`. */
  readonly under?: string;
  /** Reads the credential, wherever the provider puts it. */
  readonly caller: (
    request: SandboxRequest,
  ) =>
    Caller<Account> | 'missing' | 'expired' | undefined | Promise<Caller<Account> | 'missing' | 'expired' | undefined>;
  readonly refuse: Refuse;
  /** Units of one account; nobody is ever stopped unless told. `perSeconds` is a minute unless told. */
  readonly quota?: { readonly units: number; readonly perSeconds?: number };
  /** The provider's rate-limit headers, on every answer. */
  readonly quotaHeaders?: (state: QuotaState) => Readonly<Record<string, string>>;
  /** Query parameters that every method takes and none reads. */
  readonly ignoredQuery?: readonly string[];
  /** Looks at each request before it is routed, as for a version header; throws a {@link Refusal}. */
  readonly check?: (request: SandboxRequest) => void;
  /** Puts the provider's wrapping round a result. */
  readonly wrap?: (result: unknown, request: SandboxRequest) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is not a plain 200 with JSON: another status, headers, bytes, or none of it. */
export class Reply {
  readonly answer: SandboxAnswer;

  private constructor(answer: SandboxAnswer) {
    this.answer = answer;
  }

  static json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
    return new Reply(json(status, value, headers));
  }

  static bytes(bytes: Buffer | string, mediaType: string, headers: Record<string, string> = {}, status = 200): Reply {
    return new Reply({ status, headers: { 'content-type': mediaType, ...headers }, body: bytes });
  }

  static empty(status: number, headers: Record<string, string> = {}): Reply {
    return new Reply({ status, headers });
  }
}

/** The token of a `Bearer` header (RFC 6750 §2.1), or of another scheme. */
export const headerToken = (request: SandboxRequest, scheme = 'Bearer'): string | undefined => {
  const [first, token, more] = (request.headers.authorization ?? '').split(' ');
  return first?.toLowerCase() === scheme.toLowerCase() && token && more === undefined ? token : undefined;
};

/** Serves declared methods: path, credential, scope, quota, strict query and body, then the method itself. */
export function serveApi<Account extends { readonly id: string }>(
  kit: SandboxKit,
  api: RestApi<Account>,
): OriginHandler {
  const find = createRouter(api.methods);
  return async (request) => {
    let state: QuotaState | undefined;
    const note = (seen: QuotaState): void => void (state = seen);
    const answer = await answered(kit, api, find, request, note).catch((error: unknown) => {
      if (error instanceof Refusal) return api.refuse(error);
      throw error;
    });
    const limits = state && api.quotaHeaders?.(state);
    return { ...answer, headers: { ...api.headers, ...limits, ...answer.headers } };
  };
}

async function answered<Account extends { readonly id: string }>(
  kit: SandboxKit,
  api: RestApi<Account>,
  find: ReturnType<typeof createRouter<Account>>,
  request: SandboxRequest,
  note: (state: QuotaState) => void,
): Promise<SandboxAnswer> {
  api.check?.(request);
  const { method, params } = routed(api, find, request);
  const { account, scopes } = await callerOf(api, request);
  if (method.scopes.length > 0 && !method.scopes.some((scope) => scopes.has(scope)))
    throw new Refusal('scope', 'The credential lacks a scope.', { scopes: method.scopes });
  meter(kit, api, account.id, method.cost, note);

  const { query: asked } = request;
  const query = parsed('bad_query', method.query, queryValues(method.query, asked, new Set(api.ignoredQuery)));
  const body = bodyOf(method, request);
  const media = Buffer.isBuffer(body) ? body : undefined;
  const result = await method.run({ account, scopes, params, query, body, request, ...(media && { media }) });
  if (result instanceof Reply) return result.answer;
  if (result === undefined) return { status: 204 };
  return json(method.status ?? 200, api.wrap ? api.wrap(result, request) : result);
}

function routed<Account extends { readonly id: string }>(
  { under = '', methods }: RestApi<Account>,
  find: ReturnType<typeof createRouter<Account>>,
  request: SandboxRequest,
) {
  const path = request.path.startsWith(under) ? request.path.slice(under.length) : undefined;
  const found = path === undefined ? undefined : find(request.method, path);
  if (found) return found;
  const others = path === undefined ? [] : [...new Set(methods.map(({ http }) => http))];
  const isThere = others.some((http) => find(http, path!));
  throw isThere
    ? new Refusal('unknown_method', `${request.method} is not served at ${request.path.slice(0, 200)}.`)
    : new Refusal('unknown_path', `There is nothing at ${request.path.slice(0, 200)}.`);
}

async function callerOf<Account extends { readonly id: string }>(
  api: RestApi<Account>,
  request: SandboxRequest,
): Promise<Caller<Account>> {
  const caller = await api.caller(request);
  if (caller === 'missing') throw new Refusal('unauthenticated', 'There is no credential.');
  if (caller === 'expired') throw new Refusal('expired_token', 'The credential has expired.');
  if (!caller) throw new Refusal('bad_token', 'The credential is not known.');
  return caller;
}

function meter<Account extends { readonly id: string }>(
  kit: SandboxKit,
  { name, quota }: RestApi<Account>,
  who: string,
  cost: number,
  note: (state: QuotaState) => void,
): void {
  const { units = 0, perSeconds = 60 } = quota ?? {};
  const wait = kit.quotas.spend(name, who, cost, units, perSeconds);
  note(kit.quotas.state(name, who, units, perSeconds));
  if (wait !== undefined) throw new Refusal('limited', 'Too many requests.', { seconds: wait });
}

function bodyOf<Account>(method: ApiMethod<Account>, request: SandboxRequest): unknown {
  if (method.body) return parsed('bad_body', method.body, readBody(request, method.accepts));
  if (request.body.length > 0 && !/^(?:\{\s*\})?$/.test(request.body.toString('utf8', 0, 16).trim()))
    throw new Refusal('bad_body', `${request.method} takes no body here.`);
  return undefined;
}

function parsed(kind: 'bad_query' | 'bad_body', schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new Refusal(kind, issue.message, { issue });
}
