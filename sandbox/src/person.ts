export interface ConsentChoice {
  /** The address or id of the account that signs in; the first one unless given. */
  readonly account?: string;
  /** Scopes whose boxes the person unticks. */
  readonly untick?: readonly string[];
  readonly deny?: boolean;
}

/**
 * Clicks through the sandbox's sign-in and consent pages as a person would, without a browser.
 * Takes an authorization URL at the sandbox (already through the origin map); answers the callback URL the browser would go to.
 * @throws {Error} with the page's text where the request itself is refused.
 */
export async function answerConsent(authorizationUrl: string, choice: ConsentChoice = {}): Promise<URL> {
  const origin = new URL(authorizationUrl).origin;
  let answer = await fetch(authorizationUrl, { redirect: 'manual' });
  for (let step = 0; step < 10; step += 1) {
    const location = answer.headers.get('location');
    const target = location && new URL(location, authorizationUrl);
    if (target && target.origin !== origin) return target;
    if (target) {
      answer = await fetch(target, { redirect: 'manual' });
      continue;
    }
    const text = (await answer.text()).replace(/\s+/g, ' ');
    if (answer.status >= 400)
      throw new Error(`${answer.status}: ${text.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')}`);
    answer = await press(origin, text, choice);
  }
  throw new Error('The sandbox kept asking.');
}

const values = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

async function press(origin: string, text: string, choice: ConsentChoice): Promise<Response> {
  const base = values(text, /action="([^"]*)\/signin\/consent"/g)[0]!;
  const flow = values(text, /name="flow" value="([^"]+)"/g)[0]!;
  const accounts = [...text.matchAll(/name="account" value="([^"]+)"[\s\S]*?class="soft">([^<]+)</g)];
  const boxes = values(text, /name="scope" value="([^"]+)"/g);
  const post = (fields: [string, string][]): Promise<Response> =>
    fetch(`${origin}${base}/signin/consent`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([['flow', flow], ...fields]),
    });
  if (choice.deny) return post([['decision', 'deny']]);
  const isConsent = text.includes('value="allow"');
  if (isConsent && choice.account && !text.includes(choice.account))
    return fetch(`${origin}${base}/signin/account?flow=${flow}`, { redirect: 'manual' });
  if (!isConsent) {
    const isWanted = (match: RegExpExecArray): boolean => match[2] === choice.account || match[1] === choice.account;
    const wanted = choice.account ? accounts.find(isWanted) : accounts[0];
    if (!wanted) throw new Error(`No such account: ${choice.account}`);
    return fetch(`${origin}${base}/signin/consent?flow=${flow}&account=${wanted[1]}`, { redirect: 'manual' });
  }
  const ticked = boxes
    .filter((scope) => !choice.untick?.includes(scope))
    .map((scope): [string, string] => ['scope', scope]);
  return post([['account', values(text, /name="account" value="([^"]+)"/g)[0]!], ...ticked, ['decision', 'allow']]);
}
