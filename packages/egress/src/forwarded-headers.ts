type Incoming = Readonly<Record<string, string | string[] | undefined>>;
type Outgoing = Record<string, string | string[]>;

const hop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const droppedFromRequest = new Set([
  ...hop,
  ...['authorization', 'cookie', 'cookie2', 'host', 'forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip'],
  ...['x-original-url', 'x-rewrite-url', 'x-http-method-override', 'x-method-override', 'origin', 'referer', 'expect'],
  ...['x-api-key', 'x-csrf-token', 'x-requested-with', 'traceparent', 'tracestate', 'baggage', 'dnt', 'priority'],
]);
const droppedPrefix = /^(?:x-forwarded-|sec-|proxy-|cf-|x-swb-|x-switchboard-|access-control-)/;

const droppedFromAnswer = new Set([
  ...hop,
  ...['set-cookie', 'set-cookie2', 'strict-transport-security', 'content-security-policy', 'alt-svc', 'via', 'server'],
  ...['content-security-policy-report-only', 'public-key-pins', 'report-to', 'reporting-endpoints', 'nel', 'refresh'],
  ...['clear-site-data', 'www-authenticate', 'x-powered-by', 'service-worker-allowed', 'sourcemap', 'x-sourcemap'],
  ...['x-frame-options', 'x-content-type-options', 'cross-origin-opener-policy', 'cross-origin-resource-policy'],
  ...['origin-agent-cluster', 'permissions-policy', 'referrer-policy', 'speculation-rules'],
]);

/** What of a caller's headers goes to the provider: never credentials, cookies, origin, forwarded or hop headers (E-3). */
export function forwardableRequestHeaders(incoming: Incoming): Outgoing {
  const named = connectionNamed(incoming);
  const out: Outgoing = {};
  for (const name in incoming) {
    const value = incoming[name];
    if (value === undefined || droppedFromRequest.has(name) || named?.has(name) || droppedPrefix.test(name)) continue;
    out[name] = value;
  }
  return out;
}

/** What of a provider's headers goes to the caller, with nosniff and a sandboxing policy: the answer is data, never a page of ours (E-3). */
export function forwardableResponseHeaders(incoming: Incoming): Outgoing {
  const named = connectionNamed(incoming);
  const out: Outgoing = {};
  for (const name in incoming) {
    const value = incoming[name];
    if (value === undefined || droppedFromAnswer.has(name) || named?.has(name)) continue;
    if (name.startsWith('access-control-')) continue;
    out[name] = value;
  }
  out['x-content-type-options'] = 'nosniff';
  out['content-security-policy'] = "sandbox; default-src 'none'; frame-ancestors 'none'";
  out['cross-origin-resource-policy'] = 'same-origin';
  out['referrer-policy'] = 'no-referrer';
  return out;
}

/** Headers that the Connection header declares to be for this hop only (RFC 9110 §7.6.1). */
function connectionNamed({ connection }: Incoming): Set<string> | undefined {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return undefined;
  const value = Array.isArray(connection) ? connection.join(',') : connection;
  return new Set(value.split(',').map((name) => name.trim().toLowerCase()));
}
