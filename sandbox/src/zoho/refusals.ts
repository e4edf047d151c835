import { json, type SandboxAnswer } from '../kit/exchange.ts';
import { type Refusal, wordsOf } from '../kit/refusal.ts';

const crm = (status: number, code: string, message: string, details: Record<string, unknown> = {}): SandboxAnswer =>
  json(status, { code, details, message, status: 'error' });

/** How Zoho CRM says no. */
export function refuseCrm({ kind, message, detail }: Refusal): SandboxAnswer {
  const about = detail.field ? { api_name: detail.field } : {};
  switch (kind) {
    case 'unauthenticated':
      return crm(401, 'AUTHENTICATION_FAILURE', 'Authentication failed');
    case 'bad_token':
    case 'expired_token':
      return crm(401, 'INVALID_TOKEN', 'invalid oauth token');
    case 'scope':
      return crm(401, 'OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL');
    case 'limited':
      return crm(429, 'TOO_MANY_REQUESTS', 'Too many requests. Please try again later.');
    case 'unknown_path':
    case 'unknown_method':
      return crm(404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one');
    case 'bad_body':
      return refusedRow(detail.issue);
    case 'bad_query':
      return crm(400, 'INVALID_DATA', 'the value of a parameter is not correct', {
        param_name: detail.issue && wordsOf(detail.issue).field,
      });
    case 'not_found':
      return crm(404, 'NOT_FOUND', message, about);
    default:
      return crm(detail.status ?? 400, detail.code ?? 'INVALID_DATA', message, about);
  }
}

/** A record that does not fit is refused in its own row. */
function refusedRow(issue: Refusal['detail']['issue']): SandboxAnswer {
  const said = issue && wordsOf(issue);
  const api_name = said?.field.split('.').at(-1) ?? 'data';
  const missing = issue?.code === 'invalid_type' && issue.message.includes('undefined');
  const row = missing
    ? { code: 'MANDATORY_NOT_FOUND', details: { api_name }, message: 'required field not found', status: 'error' }
    : { code: 'INVALID_DATA', details: { api_name }, message: 'invalid data', status: 'error' };
  return json(issue?.path[0] === 'data' ? 202 : 400, issue?.path[0] === 'data' ? { data: [row] } : row);
}

/** How Zoho Mail says no. */
export function refuseMail({ kind, message, detail }: Refusal): SandboxAnswer {
  const say = (status: number, errorCode: string, description: string): SandboxAnswer =>
    json(status, {
      status: { code: status, description },
      data: { errorCode, ...(message ? { moreInfo: message } : {}) },
    });
  switch (kind) {
    case 'unauthenticated':
    case 'bad_token':
    case 'expired_token':
      return say(401, 'INVALID_OAUTHTOKEN', 'Unauthorized');
    case 'scope':
      return say(403, 'INVALID_OAUTHSCOPE', 'Forbidden');
    case 'limited':
      return say(429, 'URL_ROLLING_THROTTLES_LIMIT_EXCEEDED', 'Too Many Requests');
    case 'unknown_path':
    case 'unknown_method':
      return say(404, 'URL_RULE_NOT_CONFIGURED', 'Invalid Input');
    case 'not_found':
      return say(404, detail.code ?? 'NOT_FOUND', 'Invalid Input');
    default:
      return say(detail.status ?? 400, detail.code ?? 'EXTRA_PARAM_FOUND', 'Invalid Input');
  }
}
