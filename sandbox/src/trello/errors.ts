import { json, type SandboxAnswer } from '../kit/exchange.ts';
import { Refusal, wordsOf, type Refuse } from '../kit/refusal.ts';

const text = (status: number, body: string): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

/** Most of Trello's refusals are plain text; those of its limits, and of Atlassian's scopes, are JSON. */
export const refuse: Refuse = ({ kind, message, detail }) => {
  const issue = detail.issue && wordsOf(detail.issue);
  switch (kind) {
    case 'unknown_path':
      return text(404, `Cannot ${message}`);
    case 'unknown_method':
      return text(404, message);
    case 'unauthenticated':
      return text(401, 'unauthorized permission requested');
    case 'bad_token':
    case 'expired_token':
      return text(401, 'invalid token');
    case 'scope':
      return json(403, { code: 403, message: 'Unauthorized; scope does not match' });
    case 'limited':
      return json(429, { error: 'API_TOKEN_LIMIT_EXCEEDED', message: 'Rate limit exceeded' });
    case 'bad_query':
    case 'bad_body':
      return text(400, issue ? `invalid value for ${issue.field || 'body'}` : message);
    case 'not_found':
      return text(404, 'The requested resource was not found.');
    default:
      return text(detail.status ?? 400, message);
  }
};

/** To a token of the older kind a missing permission is told as a missing token is. */
export const refuseOld: Refuse = (refusal) =>
  refusal.kind === 'scope' ? text(401, 'unauthorized permission requested') : refuse(refusal);

export const notFound = (): Refusal => new Refusal('not_found', 'not found');
export const invalid = (message: string): Refusal => new Refusal('invalid', message);

/** What a test asks for. */
export const errorBody = (status: number, reason: string | undefined): unknown =>
  status === 429
    ? { error: reason ?? 'API_TOKEN_LIMIT_EXCEEDED', message: 'Rate limit exceeded' }
    : { message: reason ?? 'Refused' };
