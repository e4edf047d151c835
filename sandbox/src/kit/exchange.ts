import type { IncomingHttpHeaders } from 'node:http';

/** One request as a stand-in sees it: its official origin is already known, its path is still percent-encoded. */
export interface SandboxRequest {
  readonly method: string;
  /** The official origin the caller believes it talks to, as `https://gmail.googleapis.com`. */
  readonly origin: string;
  /** Where this origin is served here, as `/gmail.googleapis.com`; prefixes links in pages. */
  readonly base: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface SandboxAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

export type OriginHandler = (request: SandboxRequest) => Promise<SandboxAnswer> | SandboxAnswer;

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
  body: JSON.stringify(value, null, 2),
});

export const redirect = (location: string): SandboxAnswer => ({ status: 302, headers: { location } });

/** The fields of a form body; a repeated field keeps its last value. */
export const formOf = (request: SandboxRequest): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
