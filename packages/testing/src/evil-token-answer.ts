import type { ServerResponse } from 'node:http';

const token = 'canary-evil-token';

type Answer = (response: ServerResponse, origin: string) => void;

const send =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

const answers = {
  'token-html': send(200, '<html>Sign in</html>', { 'content-type': 'text/html' }),
  'token-truncated': send(200, `{"access_token":"${token}"`),
  'token-array': send(200, '[1]'),
  'token-empty': send(200, ''),
  'token-absent': send(200, '{"token_type":"Bearer"}'),
  'token-with-newline': send(200, JSON.stringify({ access_token: 'a\r\nX-Evil: 1', token_type: 'Bearer' })),
  'token-of-other-type': send(200, JSON.stringify({ access_token: token, token_type: 'mac' })),
  'token-huge': send(200, JSON.stringify({ access_token: token, token_type: 'Bearer', pad: 'x'.repeat(70_000) })),
  'token-error-in-200': send(200, '{"error":"invalid_grant"}'),
  'token-error-in-500': send(500, '{"error":"invalid_grant"}'),
  'token-503': send(503, 'busy', { 'retry-after': '7' }),
  'token-429': send(429, '{}', { 'retry-after': '3' }),
  'token-unknown-error': send(400, JSON.stringify({ error: 'invalid_answer', error_description: 'y'.repeat(900) })),
  'token-bad-client': send(401, '{"error":"invalid_client"}'),
  'token-redirect': (response) => void response.writeHead(302, { location: 'https://elsewhere.test/token' }).end(),
  'token-silent': () => {},
  'token-reset': (response) => void response.socket?.resetAndDestroy(),
  'token-slow': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(drip));
  },
} satisfies Record<string, Answer>;

/** One wrong answer of a token endpoint (O-17). */
export type TokenAnswerLie = keyof typeof answers;

/** Gives the wrong answer where the lie is one; true where it did. */
export function evilTokenAnswer(response: ServerResponse, lie: string | undefined, origin: string): boolean {
  if (lie === undefined || !Object.hasOwn(answers, lie)) return false;
  (answers as Record<string, Answer>)[lie]!(response, origin);
  return true;
}
