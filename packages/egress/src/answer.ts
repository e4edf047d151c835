import type { z } from 'zod';
import { EgressError } from './egress-error.ts';

export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A whole answer of a provider, held in memory within the limits. Any status may come. */
export class EgressAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly #content: Buffer;

  constructor(status: number, headers: AnswerHeaders, content: Buffer) {
    this.status = status;
    this.headers = headers;
    this.#content = content;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** The first value of a header, whatever its case. */
  header(name: string): string | undefined {
    const value = this.headers[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  }

  bytes(): Buffer {
    return this.#content;
  }

  text(): string {
    return this.#content.toString('utf8');
  }

  /** Parses the content as JSON and checks it (E-6). @throws EgressError `bad_answer` where it is not what was declared. */
  json<T>(schema: z.ZodType<T>): T {
    const parsed = schema.safeParse(this.tryJson());
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new EgressError('bad_answer', `The provider's answer is not as declared${where && ` at ${where}`}.`, {
      mayHaveArrived: true,
    });
  }

  /** The content as JSON, or undefined where it is none; for error bodies. */
  tryJson(): unknown {
    try {
      return JSON.parse(this.text()) as unknown;
    } catch {
      return undefined;
    }
  }
}
