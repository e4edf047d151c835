import { json, type SandboxAnswer } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, wordsOf } from '../kit/refusal.ts';

/** A refusal with Telegram's status and words. */
export const told = (status: number, description: string, parameters?: Record<string, number>): Refusal =>
  new Refusal('invalid', description, { status, ...(parameters && { data: parameters }) });

export const bad = (description: string): Refusal => told(400, `Bad Request: ${description}`);

/** `{ ok: false, error_code, description, parameters }` (https://core.telegram.org/bots/api#making-requests, read 2026-11-21). */
export function refuse({ message, kind, detail }: Refusal): SandboxAnswer {
  const status = detail.status ?? 400;
  const words = detail.issue ? wordsOf(detail.issue) : undefined;
  const description = words ? `Bad Request: ${words.field}: ${words.text}` : message;
  const shown = kind === 'invalid' || words ? description : `Bad Request: ${message}`;
  return json(status, {
    ok: false,
    error_code: status,
    description: shown,
    ...(detail.data && { parameters: detail.data }),
  });
}

const usual: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: 'Conflict: terminated by other getUpdates request',
  429: 'Too Many Requests: retry after 1',
};

/** How Telegram words what a fault switch asks for. */
export const errorBody: ErrorBody = (status, reason) => ({
  ok: false,
  error_code: status,
  description: reason ?? usual[status] ?? (status >= 500 ? 'Internal Server Error' : 'Bad Request: something is wrong'),
  ...(status === 429 && { parameters: { retry_after: 1 } }),
});
