import { answerConsent, type ConsentChoice } from '@switchboard/sandbox';

/** The sandbox's switches, and its pages as a person clicks through them. */
export class Sandbox {
  constructor(private readonly url: string) {}

  consent(authorizationUrl: string, choice: ConsentChoice = {}): Promise<URL> {
    return answerConsent(authorizationUrl, choice);
  }

  fault(fault: object): Promise<unknown> {
    return this.post('/_sandbox/faults', fault);
  }

  expireTokens(): Promise<unknown> {
    return this.post('/_sandbox/tokens/expire', {});
  }

  revokeGrants(): Promise<unknown> {
    return this.post('/_sandbox/grants/revoke', {});
  }

  async requests(): Promise<{ method: string; path: string; status: number }[]> {
    const answer = await fetch(`${this.url}/_sandbox/requests`);
    return ((await answer.json()) as { requests: { method: string; path: string; status: number }[] }).requests;
  }

  private async post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }
}
