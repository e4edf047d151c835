/** How bytes of messages get from one service to another. Two wires exist: in process, and NATS. */
export interface Wire {
  /**
   * @throws WireUnavailable where nobody answers `subject` or the bus is away.
   * @throws WireTimeout where no answer came within `timeoutMs`.
   */
  request(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array>;
  /** Tells every subscriber, best effort. */
  publish(subject: string, payload: Uint8Array): void;
  /** Answers requests; with several replicas each request goes to one of the group. */
  serve(subject: string, group: string, handler: (payload: Uint8Array) => Promise<Uint8Array>): void;
  /** Hears what is published. */
  subscribe(subject: string, handler: (payload: Uint8Array) => void): void;
  /** True while requests can be sent. */
  readonly connected: boolean;
  /** Stops taking work, waits for what runs, closes. */
  close(): Promise<void>;
}

export class WireUnavailable extends Error {
  override readonly name = 'WireUnavailable';
}

export class WireTimeout extends Error {
  override readonly name = 'WireTimeout';
}
