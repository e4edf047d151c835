import { errorTable, type ErrorCode, type Problem } from '@switchboard/contracts';

/** A refused or failed request, with the problem document the hub answered. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}

/** @returns a problem of our own making, for answers that never came or could not be read. */
export function localProblem(code: ErrorCode, detail?: string, traceId = ''): ProblemError {
  const [status, title] = errorTable[code];
  return new ProblemError({ type: 'about:blank', title, status, code, detail: detail ?? title, traceId });
}

/** @returns whether `error` is a problem with this code. */
export const isProblem = (error: unknown, code: ErrorCode): error is ProblemError =>
  error instanceof ProblemError && error.code === code;
