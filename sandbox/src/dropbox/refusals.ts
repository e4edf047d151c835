import { json, type SandboxAnswer } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

/** A tag or a union that Dropbox answers under `error`. */
export type Tagged = string | { readonly '.tag': string; readonly [member: string]: unknown };

const asUnion = (error: Tagged): { readonly '.tag': string } => (typeof error === 'string' ? { '.tag': error } : error);

/** `path/not_found/...` for a union. */
function summaryOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '..';
  const { '.tag': tag, ...members } = error as Record<string, unknown>;
  const inner = Object.values(members).find((member) => typeof member === 'object' && member !== null);
  return `${typeof tag === 'string' ? `${tag}/` : ''}${inner ? summaryOf(inner) : '..'}`;
}

/** An endpoint's own error. */
export const refused = (error: Tagged): Refusal =>
  new Refusal('conflict', summaryOf(asUnion(error)), { data: { error: asUnion(error) } });

/** `path` with a lookup or write error in it. */
export const atPath = (reason: Tagged, tag = 'path'): Refusal => refused({ '.tag': tag, [tag]: asUnion(reason) });

const tagged = (status: number, error: unknown, headers: Record<string, string> = {}): SandboxAnswer =>
  json(status, { error_summary: summaryOf(error), error }, headers);

const plain = (status: number, text: string): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: text,
});

/** Dropbox's words (https://www.dropbox.com/developers/documentation/http/documentation#error-handling, read 2026-11-21). */
export const refuse: Refuse = ({ kind, message, detail }) => {
  switch (kind) {
    case 'conflict':
      return tagged(409, detail.data?.error);
    case 'bad_token':
      return tagged(401, { '.tag': 'invalid_access_token' });
    case 'expired_token':
      return tagged(401, { '.tag': 'expired_access_token' });
    case 'scope':
      return tagged(401, { '.tag': 'missing_scope', required_scope: detail.scopes?.[0] });
    case 'limited': {
      const seconds = detail.seconds ?? 1;
      const error = { reason: { '.tag': 'too_many_requests' }, retry_after: seconds };
      const headers = { 'content-type': 'application/json', 'retry-after': String(seconds) };
      return tagged(429, error, headers);
    }
    case 'unauthenticated':
      return plain(400, 'Must provide HTTP header "Authorization" or URL parameter "authorization".');
    default: {
      const words = detail.issue ? wordsOf(detail.issue) : undefined;
      const text = words ? `${words.field || 'request body'}: ${words.text}` : message;
      return plain(kind === 'unknown_path' ? 400 : (detail.status ?? 400), `Error in call to API function: ${text}`);
    }
  }
};

/** How Dropbox words what a fault switch asks for. */
export const errorBody: ErrorBody = (status, reason) => {
  if (status === 400 || status >= 500) return reason ?? 'Something went wrong.';
  const tag = reason ?? (status === 401 ? 'invalid_access_token' : status === 429 ? 'too_many_requests' : 'other');
  const error = status === 429 ? { reason: { '.tag': tag }, retry_after: 1 } : { '.tag': tag };
  return { error_summary: `${tag}/...`, error };
};
