import { answerConsent, type ConsentChoice } from '@switchboard/sandbox';
import { owner, type TestHub } from './hub.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of every shape
  readonly body: any;
}

/** A person's browser without the browser: cookies, the header of the dashboard, nothing else. */
export class Client {
  private readonly cookies = new Map<string, string>();
  /** The bodies of all answers so far, for a search among them. */
  readonly answers: string[] = [];

  constructor(
    readonly url: string,
    private readonly bearer?: string,
  ) {}

  static async signedIn({ url }: TestHub, who = owner): Promise<Client> {
    const client = new Client(url);
    const answer = await client.post('/api/v1/sessions', who);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return client;
  }

  get = (path: string, headers?: Record<string, string>) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>) => this.send('POST', path, body, headers);
  put = (path: string, body: unknown) => this.send('PUT', path, body);
  patch = (path: string, body: unknown) => this.send('PATCH', path, body);
  delete = (path: string) => this.send('DELETE', path);

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const raw = body instanceof Uint8Array || typeof body === 'string';
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: {
        'x-switchboard': '1',
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...(this.bearer ? { authorization: `Bearer ${this.bearer}` } : { cookie: this.cookie(), origin: this.url }),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as Uint8Array<ArrayBuffer> | string) : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    this.answers.push(text);
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: text && isJson ? JSON.parse(text) : text };
  }

  /** Connects an account through the sandbox's pages; answers the flow as the dashboard sees it. */
  async connect(features: readonly string[], choice: ConsentChoice = {}): Promise<Answer> {
    return this.finish(await this.post('/api/v1/connections', { provider: 'google', features }), choice);
  }

  /** Goes to the consent page that was begun, and back. */
  async finish(begun: Answer, choice: ConsentChoice = {}): Promise<Answer> {
    if (begun.status !== 201 && begun.status !== 200) throw new Error(JSON.stringify(begun.body));
    const back = await answerConsent(begun.body.authorizationUrl, choice);
    await this.get(back.pathname + back.search);
    return this.get(`/api/v1/flows/${begun.body.flowId}`);
  }

  /** Says one sentence in a thread; answers the assistant's parts. */
  async say(text: string, threadId?: string): Promise<{ threadId: string; parts: Part[] }> {
    const id = threadId ?? ((await this.post('/api/v1/threads', {})).body.id as string);
    const answer = await this.post(`/api/v1/threads/${id}/messages`, { text, timeZone: 'Europe/London' });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { threadId: id, parts: answer.body.parts };
  }

  /** The card of an answer. */
  async card(parts: readonly Part[]): Promise<Answer['body']> {
    const part = parts.find(({ kind }) => kind === 'proposal');
    if (!part) throw new Error(`no card: ${JSON.stringify(parts)}`);
    return (await this.get(`/api/v1/proposals/${part.proposalId}`)).body;
  }

  /** The value of the cookie that keeps the person signed in. */
  sessionToken(): string {
    return [...this.cookies].find(([name]) => /session/i.test(name))?.[1] ?? '';
  }

  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const gone = attributes.some((one) => /max-age=0/i.test(one)) || at === pair.length - 1;
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export interface Part {
  readonly kind: string;
  readonly [name: string]: unknown;
}
