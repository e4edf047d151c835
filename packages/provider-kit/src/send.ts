import type { HttpAnswer, HttpMethod, HttpRequest } from './http.ts';

/** One request as it leaves an action, before the credential is put on it. */
export interface OutboundRequest {
  readonly method: HttpMethod;
  /** Absolute, on one of the provider's declared hosts, or on one of its file hosts where it is a `link`. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: HttpRequest['body'];
  /** True where egress may repeat it. */
  readonly idempotent: boolean;
  /** Most bytes that the answer may have, where that is not the usual 10 MiB. */
  readonly maxAnswerBytes?: number;
  /** True where the answer is a file, read once as a stream and without a size limit. */
  readonly streamed?: boolean;
  /** True where no credential may be sent. */
  readonly link?: boolean;
  /** `manual` resolves with a redirect instead of refusing it. */
  readonly redirect?: 'manual';
}

/**
 * Sends one request with the connection's credential. Resolves for every status; rejects where no answer was read.
 * An answer that is not `streamed` may be read more than once.
 */
export type Send = (request: OutboundRequest) => Promise<HttpAnswer>;

/** A {@link Send} that read no answer throws an error with these members, as egress does. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** True where the provider may have acted. */
  readonly mayHaveArrived: boolean;
  /** Set where the call was held back because of a limit; nothing was sent then. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    message: string,
    { mayHaveArrived, retryAfterSeconds }: { mayHaveArrived: boolean; retryAfterSeconds?: number },
  ) {
    super(message);
    this.mayHaveArrived = mayHaveArrived;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
