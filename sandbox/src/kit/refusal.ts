import type { z } from 'zod';
import type { SandboxAnswer } from './exchange.ts';

/** Why an API says no, before the provider words it. */
export type RefusalKind =
  /** No such path. */
  | 'unknown_path'
  | 'unknown_method'
  /** No credential at all. */
  | 'unauthenticated'
  | 'bad_token'
  | 'expired_token'
  /** The credential lacks the scope; `scopes` would do. */
  | 'scope'
  | 'limited'
  | 'body_type'
  | 'body_syntax'
  /** `issue` tells what the schema found. */
  | 'bad_query'
  | 'bad_body'
  | 'not_found'
  | 'conflict'
  | 'forbidden'
  /** Anything else about what was asked. */
  | 'invalid';

export interface RefusalDetail {
  /** The provider's own code, where it has one. */
  readonly code?: string;
  readonly status?: number;
  readonly scopes?: readonly string[];
  readonly seconds?: number;
  readonly issue?: z.core.$ZodIssue;
  /** The member it is about. */
  readonly field?: string;
  /** Whatever else the provider's words need. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Thrown by whatever serves a request; the provider's `refuse` gives it its shape. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly detail: RefusalDetail;

  constructor(kind: RefusalKind, message: string, detail: RefusalDetail = {}) {
    super(message);
    this.kind = kind;
    this.detail = detail;
  }
}

export type Refuse = (refusal: Refusal) => SandboxAnswer;

/** What a schema found, in a few words: where, and what is wrong there. */
export function wordsOf(issue: z.core.$ZodIssue): { field: string; unknown: boolean; text: string } {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return { field: path, unknown: false, text: issue.message };
  const name = issue.keys[0]!;
  return { field: path ? `${path}.${name}` : name, unknown: true, text: `${name} is not known` };
}
