import { json } from '../kit/exchange.ts';
import type { ErrorBody } from '../kit/faults.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

const help =
  'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors';

const statuses: Readonly<Partial<Record<Refusal['kind'], number>>> = {
  unauthenticated: 401,
  bad_token: 401,
  expired_token: 401,
  scope: 403,
  forbidden: 403,
  unknown_path: 404,
  not_found: 404,
  unknown_method: 404,
  limited: 429,
};

/** `{ errors: [{ message, help }] }`, as every refusal of Asana's API is. */
export const refuse: Refuse = (refusal) => {
  const { kind, detail } = refusal;
  const status = detail.status ?? statuses[kind] ?? 400;
  const headers: Record<string, string> =
    kind === 'limited'
      ? { 'retry-after': String(detail.seconds) }
      : status === 401
        ? { 'www-authenticate': 'Bearer realm="asana"' }
        : {};
  return json(status, { errors: [{ message: messageOf(refusal), help }] }, headers);
};

function messageOf({ kind, message, detail }: Refusal): string {
  if (kind === 'unauthenticated' || kind === 'bad_token') return 'Not Authorized';
  if (kind === 'expired_token')
    return 'The bearer token has expired. If you have a refresh token, please use it to request a new bearer token, otherwise allow the user to re-authenticate.';
  if (kind === 'scope')
    return `Forbidden: this app is missing one of the scopes that the endpoint requires: ${detail.scopes!.join(', ')}`;
  if (kind === 'limited') return 'You have made too many requests recently. Please, be chill.';
  if (kind === 'unknown_path' || kind === 'unknown_method') return 'No matching route for request';
  if (!detail.issue) return message;
  const { field, unknown, text } = wordsOf(detail.issue);
  if (unknown) return `${field}: Unknown field`;
  return detail.issue.message.includes('received undefined') ? `${field}: Missing input` : `${field}: ${text}`;
}

export const invalid = (message: string): Refusal => new Refusal('invalid', message);
export const unknownObject = (name: string, gid: string): Refusal =>
  new Refusal('not_found', `${name}: Unknown object: ${gid}`);

export const errorBody: ErrorBody = (status, reason) => ({
  errors: [
    {
      message:
        reason ??
        (status >= 500 ? 'Server Error' : status === 429 ? 'You have made too many requests recently.' : 'Bad Request'),
      help,
      ...(status >= 500 && { phrase: '6 sad squid snuggle softly' }),
    },
  ],
});
