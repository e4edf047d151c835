import { EgressError } from './egress-error.ts';

/**
 * Checks the path and query of a proxied call and gives them back unchanged: no scheme, host, dot segments, double slash,
 * backslash, control character or fragment, plain or percent-encoded, looking through one decoding (E-3).
 * @throws EgressError `refused`.
 */
export function safeProxyPath(raw: string): string {
  const at = raw.indexOf('?');
  const path = at === -1 ? raw : raw.slice(0, at);
  if (!/^\/[!$-;=A-Z[\]_a-z|~%@]*$/.test(path) || path.includes('//')) throw refused();
  if (at !== -1 && !/^[!-"$-[\]-~]*$/.test(raw.slice(at))) throw refused();
  if (path.includes('%')) checkDecoded(decode(path));
  else if (path.includes('/.')) checkDecoded(path);
  return raw;
}

function checkDecoded(path: string): void {
  // eslint-disable-next-line no-control-regex -- these are what must not get through
  if (/[\u0000-\u001f\u007f\\]/.test(path) || /\/\//.test(path)) throw refused();
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|;|$)/i.test(path) || /%2e%2e|%2f|%5c|%0[0ad]/i.test(path)) throw refused();
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw refused();
  }
}

const refused = (): EgressError => new EgressError('refused', 'That path is not allowed.');
