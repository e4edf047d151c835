import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as multipart/form-data, in this order. */
  readonly parts?: readonly Part[];
  /** Sent as it is; set the content type in `headers`. */
  readonly body?: Uint8Array | string | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
  /** True where sending it twice has one effect; reads are. Egress repeats only these. */
  readonly idempotent?: boolean;
  /** Most bytes that the answer may have; 10 MiB unless told (E-5). */
  readonly maxAnswerBytes?: number;
  /** True where the answer is a file: it is not held in memory, has no size limit, and is read once by `stream()`. */
  readonly streamed?: boolean;
  /** True where the address is a link that the provider signed: it lies on `api.fileHosts`, and no credential is sent. */
  readonly link?: boolean;
  /** `manual` answers a redirect (its `location` header) instead of refusing it. */
  readonly redirect?: 'manual';
}

/** A field of a multipart body: text, JSON or a file. */
export type Part =
  | { readonly name: string; readonly value: string; readonly mediaType?: string }
  | {
      readonly name: string;
      readonly filename: string;
      readonly mediaType: string;
      readonly sizeBytes: number;
      readonly content: Uint8Array | ReadableStream<Uint8Array>;
    };

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
  stream(): ReadableStream<Uint8Array>;
}

/**
 * An action's way out: bound to the provider's hosts and to one connection's credential, which it cannot see.
 * A path is relative to the provider's `api.baseUrl`; a full URL must be on one of its declared hosts.
 * Statuses from 400 on are thrown as HubErrors (`provider_rejected`, `reconnect_required`, `provider_limited`, …) by the
 * provider's `explain`; a request without a readable answer throws `provider_unavailable`, or `outcome_unknown` for a write.
 */
export interface Http {
  request(method: HttpMethod, pathOrUrl: string, request?: HttpRequest): Promise<HttpAnswer>;
  get<T>(pathOrUrl: string, request: HttpRequest & { schema: z.ZodType<T> }): Promise<T>;
  post<T>(pathOrUrl: string, request: HttpRequest & { schema: z.ZodType<T> }): Promise<T>;
  put<T>(pathOrUrl: string, request: HttpRequest & { schema: z.ZodType<T> }): Promise<T>;
  patch<T>(pathOrUrl: string, request: HttpRequest & { schema: z.ZodType<T> }): Promise<T>;
  delete(pathOrUrl: string, request?: HttpRequest): Promise<void>;
}

/** What a provider says of a failed answer, in the hub's words. */
export interface Explained {
  readonly kind:
    'credential' | 'scope' | 'limited' | 'rejected' | 'not_found' | 'conflict' | 'not_set_up' | 'unavailable';
  /** One plain sentence of the provider's, at most 200 characters. */
  readonly reason?: string;
  /** What the person can do about it. */
  readonly advice?: string;
  readonly retryAfterSeconds?: number;
}
