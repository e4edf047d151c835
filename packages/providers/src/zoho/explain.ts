import type { Explained, ProviderDeclaration } from '@switchboard/provider-kit';
import { z } from 'zod';

/** CRM refuses as `{ code, message, status }`, alone or as the only row of `data`. */
const Row = z.object({
  status: z.string().optional(),
  code: z.string(),
  message: z.string().default(''),
  details: z.record(z.string(), z.unknown()).optional(),
});
const CrmFailure = z.union([z.object({ data: z.tuple([Row]) }).transform(({ data }) => data[0]), Row]);
/** Mail refuses as `{ status: { code, description }, data: { errorCode, moreInfo } }`. */
const MailFailure = z.object({
  status: z.object({ code: z.number(), description: z.string().default('') }),
  data: z.object({ errorCode: z.string().optional(), moreInfo: z.string().optional() }).optional(),
});

const tokens = /^(INVALID_TOKEN|INVALID_OAUTHTOKEN|AUTHENTICATION_FAILURE|INVALID_TICKET)$/;
const scopes = /^(OAUTH_SCOPE_MISMATCH|INVALID_OAUTHSCOPE)$/;
const limits = /^(TOO_MANY_REQUESTS|LIMIT_EXCEEDED|API_LIMIT_EXCEEDED|URL_ROLLING_THROTTLES_LIMIT_EXCEEDED)$/;
const missing = /^(NOT_FOUND|NO_RECORDS_FOUND|RECORD_NOT_FOUND)$/;

/** True for a row of a write that failed though the answer's status says otherwise. */
export const isRefusal = (body: unknown): boolean => {
  const parsed = CrmFailure.safeParse(body);
  return parsed.success && parsed.data.status === 'error';
};

interface Said {
  readonly code: string;
  readonly reason: string;
}

function saidBy(body: unknown): Said {
  const crm = CrmFailure.safeParse(body);
  if (crm.success) {
    const field = crm.data.details?.['api_name'];
    const about = typeof field === 'string' ? ` (${field})` : '';
    return { code: crm.data.code, reason: `${crm.data.message || crm.data.code}${about}` };
  }
  const mail = MailFailure.safeParse(body);
  if (!mail.success) return { code: '', reason: '' };
  const { status, data } = mail.data;
  return { code: data?.errorCode ?? '', reason: data?.moreInfo ?? data?.errorCode ?? status.description };
}

/** Reads the errors of Zoho CRM and Zoho Mail. */
export const explain: ProviderDeclaration['explain'] = ({ status, headers, body }): Explained => {
  const { code, reason: said } = saidBy(body);
  const reason = said || undefined;
  const retryAfterSeconds = secondsOf(headers['retry-after']);
  if (scopes.test(code)) return { kind: 'scope', reason };
  if (tokens.test(code) || status === 401) return { kind: 'credential', reason };
  if (limits.test(code) || status === 429) return { kind: 'limited', reason, retryAfterSeconds };
  if (missing.test(code) || status === 404) return { kind: 'not_found', reason, advice: 'Zoho no longer has that.' };
  if (code === 'DUPLICATE_DATA' || status === 409 || status === 412) return { kind: 'conflict', reason };
  if (status >= 500) return { kind: 'unavailable', reason, retryAfterSeconds };
  return { kind: 'rejected', reason };
};

function secondsOf(value: string | undefined): number | undefined {
  const seconds = Number(value);
  return value !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
