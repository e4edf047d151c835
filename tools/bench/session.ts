import { answerConsent } from '@switchboard/sandbox';

/** A person's browser without the browser. */
export class Session {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  private constructor(url: string) {
    this.#url = url;
  }

  static async begin(url: string, who: object): Promise<Session> {
    const session = new Session(url);
    await session.post('/api/v1/sessions', who);
    return session;
  }

  /** Connects a Google account through the sandbox's consent pages; answers the connection's id. */
  async connect(features: readonly string[]): Promise<string> {
    const body = { provider: 'google', features };
    const begun = await this.post<{ authorizationUrl: string; flowId: string }>('/api/v1/connections', body);
    const back = await answerConsent(begun.authorizationUrl);
    await this.send('GET', back.pathname + back.search);
    const flow = JSON.parse(await this.send('GET', `/api/v1/flows/${begun.flowId}`)) as { connectionId?: string };
    if (!flow.connectionId) throw new Error(`No account was connected: ${JSON.stringify(flow)}`);
    return flow.connectionId;
  }

  async post<T>(path: string, body: object): Promise<T> {
    return JSON.parse(await this.send('POST', path, body)) as T;
  }

  async send(method: string, path: string, body?: object): Promise<string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.#url), {
      method,
      redirect: 'manual',
      headers: { 'x-switchboard': '1', origin: this.#url, cookie, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text;
  }
}
