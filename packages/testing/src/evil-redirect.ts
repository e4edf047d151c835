/** One lie on the way back from the consent page: the six of a mix-up (O-5) and malformed answers. */
export type CallbackLie =
  | 'callback-iss-missing'
  | 'callback-iss-other'
  | 'callback-iss-case'
  | 'callback-iss-slash'
  | 'callback-iss-twice'
  | 'callback-iss-other-on-error'
  | 'callback-iss-missing-on-error'
  | 'callback-denied'
  | 'callback-code-twice'
  | 'callback-code-and-error'
  | 'callback-nothing'
  | 'callback-state-other'
  | 'callback-implicit';

/** The address the browser is sent back to. */
export function evilRedirect(
  redirectUri: string,
  { code, state, iss }: { code: string; state: string; iss: string },
  lie: string | undefined,
): string {
  const url = new URL(redirectUri);
  const query = new URLSearchParams({ code, state, iss });
  const error = () => {
    query.delete('code');
    query.set('error', 'access_denied');
    query.set('error_description', 'The person said <b>no</b>.\r\n');
  };
  const lies: Record<CallbackLie, () => void> = {
    'callback-iss-missing': () => query.delete('iss'),
    'callback-iss-other': () => query.set('iss', 'https://honest.test'),
    'callback-iss-case': () =>
      query.set(
        'iss',
        iss.replace(/\/\/./, (start) => start.toUpperCase()),
      ),
    'callback-iss-slash': () => query.set('iss', `${iss}/`),
    'callback-iss-twice': () => query.append('iss', 'https://honest.test'),
    'callback-iss-other-on-error': () => (error(), query.set('iss', 'https://honest.test')),
    'callback-iss-missing-on-error': () => (error(), query.delete('iss')),
    'callback-denied': error,
    'callback-code-twice': () => query.append('code', 'another'),
    'callback-code-and-error': () => query.set('error', 'access_denied'),
    'callback-nothing': () => query.delete('code'),
    'callback-state-other': () => query.set('state', 'A'.repeat(43)),
    'callback-implicit': () => query.set('access_token', 'stolen'),
  };
  if (lie !== undefined && Object.hasOwn(lies, lie)) lies[lie as CallbackLie]();
  url.search = query.toString();
  return url.toString();
}
