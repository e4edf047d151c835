import type { Settings } from '@switchboard/nest-kit';

/** Where browsers report what the policy stopped. */
export const reportPath = '/csp-report';

const fixed = [
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  `report-uri ${reportPath}`,
  'report-to csp',
];

/** A content security policy without `unsafe-*`: nothing but what `allowed` lists. */
export const policy = (...allowed: readonly string[]): string =>
  ["default-src 'none'", ...allowed, ...fixed].join('; ');

/** The policy of the dashboard; the nonce covers its style elements and its scripts. */
export const pagePolicy = (nonce: string): string =>
  policy(
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
  );

/** Bytes of others (a provider's answer, a staged file): shown nowhere as a page of ours (E-3). */
export const sandboxPolicy = policy('sandbox', "form-action 'none'");

/** What every answer carries, errors and files too (G-4). */
export function securityHeaders(settings: Pick<Settings, 'publicUrl'>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    'content-security-policy': policy("form-action 'none'"),
    'reporting-endpoints': `csp="${reportPath}"`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cache-control': 'no-store',
  };
  if (settings.publicUrl.startsWith('https://'))
    headers['strict-transport-security'] = 'max-age=31536000; includeSubDomains';
  return headers;
}
