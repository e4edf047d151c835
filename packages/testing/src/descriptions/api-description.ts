/** A request as an action sends it, at the provider's own address and before the credential is put on it. */
export interface DescribedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is no body. */
  readonly body: Uint8Array;
}

export interface DescribedAnswer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A vendor's machine-readable description of its API, to hold requests and answers against. */
export interface ApiDescription {
  /** As `GitHub OpenAPI 3.0`, for the conformance table. */
  readonly name: string;
  readonly operationCount: number;
  /** The operation a request calls, by the vendor's own name, or undefined where the description knows none. */
  covers(request: DescribedRequest): string | undefined;
  /** What of a request the description does not know or refuses, each finding in one line; nothing where it fits. */
  findings(request: DescribedRequest): string[];
  /** What of an answer the description does not know or refuses. */
  answerFindings(request: DescribedRequest, answer: DescribedAnswer): string[];
  /**
   * Sets of scopes, any one of which suffices whole; undefined where the description names none for this request.
   * `[['a'], ['b', 'c']]` is a, or b and c together.
   */
  scopesOf(request: DescribedRequest): readonly (readonly string[])[] | undefined;
}

/** Several files of one vendor as one description: the first that covers a request judges it. */
export function together(name: string, parts: readonly ApiDescription[]): ApiDescription {
  const partOf = (request: DescribedRequest) => parts.find((part) => part.covers(request) !== undefined);
  return {
    name,
    operationCount: parts.reduce((sum, part) => sum + part.operationCount, 0),
    covers: (request) => partOf(request)?.covers(request),
    findings: (request) => partOf(request)?.findings(request) ?? [unknownOf(request)],
    answerFindings: (request, answer) => partOf(request)?.answerFindings(request, answer) ?? [],
    scopesOf: (request) => partOf(request)?.scopesOf(request),
  };
}

/** The finding for a request that no operation covers. */
export const unknownOf = ({ method, url }: DescribedRequest): string =>
  `no operation for ${method} ${url.origin}${url.pathname}`;
