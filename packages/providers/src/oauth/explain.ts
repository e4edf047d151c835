import type { ProviderDeclaration } from '@switchboard/provider-kit';

const kinds = { 401: 'credential', 404: 'not_found', 410: 'not_found', 409: 'conflict', 412: 'conflict' } as const;

/** Reads a failure by its status, and a missing scope as RFC 6750 §3.1 words it. */
export const explain: ProviderDeclaration['explain'] = ({ status, headers }) => {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  const wait = Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {};
  if (/error="?insufficient_scope/.test(headers['www-authenticate'] ?? '')) return { kind: 'scope' };
  if (status === 429) return { kind: 'limited', ...wait };
  if (status >= 500) return { kind: 'unavailable', ...wait };
  return { kind: kinds[status as keyof typeof kinds] ?? 'rejected' };
};
