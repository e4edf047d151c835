import { NoAnswer, useOf, type OutboundRequest, type ProviderDeclaration, type Send } from '@switchboard/provider-kit';
import { answerOf } from '@switchboard/provider-kit/testing';
import type { Sandbox } from '@switchboard/sandbox';
import type { DescribedAnswer, DescribedRequest } from '@switchboard/testing/descriptions/api-description';
import { local, type Credential } from './credential.ts';

/** One call of an action and what the sandbox answered. */
export interface Exchange {
  readonly request: DescribedRequest & { readonly link: boolean };
  readonly answer: DescribedAnswer;
}

/** Puts a connection's credential on its calls and sends them to a sandbox, as egress does for the provider. */
export class Door {
  readonly exchanges: Exchange[] = [];
  readonly #sandbox: Sandbox;
  readonly #provider: ProviderDeclaration;
  readonly #method: ProviderDeclaration['auth'][string];
  #credential: Credential;

  constructor(
    sandbox: Sandbox,
    provider: ProviderDeclaration,
    method: ProviderDeclaration['auth'][string],
    credential: Credential,
  ) {
    this.#sandbox = sandbox;
    this.#provider = provider;
    this.#method = method;
    this.#credential = credential;
  }

  /** A refused token is replaced once, where the request can be sent again. */
  readonly send: Send = async (outbound) => {
    const body = await bytesOf(outbound.body);
    const request = describedOf(outbound, body);
    let answer = await this.#fetch(request);
    if (this.#isRefused(answer) && this.#credential.refresh && !request.link) {
      this.#credential = await this.#credential.refresh();
      answer = await this.#fetch(request);
    }
    this.exchanges.push({ request, answer });
    if (answer.status >= 300 && answer.status < 400 && outbound.redirect !== 'manual')
      throw new NoAnswer(`${outbound.url.host} redirects, which is not followed.`, { mayHaveArrived: true });
    return answerOf(answer);
  };

  /** True for 401, and for a refusal of the credential that comes with another status. */
  #isRefused({ status, headers, body }: DescribedAnswer): boolean {
    if (status === 401 || !this.#provider.isRefusal || !headers['content-type']?.includes('json'))
      return status === 401;
    const said: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return (
      this.#provider.isRefusal(said) && this.#provider.explain({ status, headers, body: said }).kind === 'credential'
    );
  }

  /** A call of the hub's own, as the one for the identity. */
  readonly call = async (url: string, init: RequestInit): Promise<Response> => {
    const { address, headers } = this.#withCredential(new URL(url), init.headers as Record<string, string>);
    return fetch(local(this.#sandbox, address), { ...init, headers });
  };

  async #fetch({ url, method, headers, body, link }: Exchange['request']): Promise<DescribedAnswer> {
    const { 'content-length': length, ...plain } = headers;
    if (length !== undefined && Number(length) !== body.byteLength)
      throw new Error(`${length} bytes are announced and ${body.byteLength} are sent to ${url.href}.`);
    const sent = link ? { address: url, headers: plain } : this.#withCredential(url, plain);
    const answer = await fetch(local(this.#sandbox, sent.address), {
      method,
      headers: sent.headers,
      redirect: 'manual',
      ...(body.byteLength > 0 && { body: Buffer.from(body) }),
    }).catch((cause: unknown) => {
      throw new NoAnswer(`${url.host} does not answer: ${String(cause)}`, { mayHaveArrived: true });
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
    };
  }

  #withCredential(url: URL, headers: Readonly<Record<string, string>>) {
    const { secret, clientId, settings } = this.#credential;
    const use = useOf(this.#method, { settings, tables: this.#provider.tables, clientId });
    const address = new URL(url);
    switch (use.in) {
      case 'header':
        return { address, headers: { ...headers, [use.name]: `${use.prefix ?? ''}${secret}${use.suffix ?? ''}` } };
      case 'basic': {
        const pair = Buffer.from(`${use.user}:${secret}`).toString('base64');
        return { address, headers: { ...headers, authorization: `Basic ${pair}` } };
      }
      case 'query':
        address.searchParams.set(use.name, secret);
        return { address, headers };
      case 'path':
        address.pathname = pathWith(use.prefix + secret, url.pathname, use.after ?? []);
        return { address, headers };
    }
  }
}

/** The path with the credential before it, or behind its beginning where that is one of `after`. */
function pathWith(credential: string, path: string, after: readonly string[]): string {
  const lead = after.find((one) => path === one || path.startsWith(`${one}/`)) ?? '';
  return lead + credential + path.slice(lead.length);
}

const describedOf = ({ method, url, headers, link = false }: OutboundRequest, body: Uint8Array) => ({
  method,
  url,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body,
  link,
});

async function bytesOf(body: OutboundRequest['body']): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
