import type { ProviderDeclaration } from '@switchboard/provider-kit';

/** Reads a failure by its status alone, since every API words its own (RFC 9110 §15). */
export const explain: ProviderDeclaration['explain'] = ({ status, headers }) => {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  const wait = Number.isFinite(seconds) && seconds >= 0 ? { retryAfterSeconds: seconds } : {};
  if (status === 401) return { kind: 'credential' };
  if (status === 404 || status === 410) return { kind: 'not_found' };
  if (status === 409 || status === 412) return { kind: 'conflict' };
  if (status === 429) return { kind: 'limited', ...wait };
  if (status >= 500) return { kind: 'unavailable', ...wait };
  return { kind: 'rejected' };
};
