import { type Egress, type EgressProvider } from '@switchboard/egress';
import type { Caller } from '@switchboard/nest-kit';
import type { HttpAnswer, ProviderDeclaration, Send } from '@switchboard/provider-kit';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { withLinks } from '../plain.ts';
import { type Asked, CredentialsService, type Issued } from './credentials.service.ts';

export const EGRESS = Symbol('egress');

/** Sends a provider's calls with a connection's credential; a refused token is replaced once. */
@Injectable()
export class OutboundService {
  private readonly known = new WeakMap<ProviderDeclaration, EgressProvider>();

  constructor(
    @Inject(EGRESS) private readonly egress: Egress,
    private readonly credentials: CredentialsService,
  ) {}

  /** The `send` of one action's `http`. */
  sender(provider: ProviderDeclaration, asked: Asked, first: Issued, caller: Caller, signal: AbortSignal): Send {
    let issued = first;
    const once: Send = async ({ method, url, headers, body, idempotent, maxAnswerBytes }) => {
      const answer = await this.egress.request({
        ...this.callOf(provider, issued),
        url,
        method,
        headers,
        body: toEgressBody(body),
        idempotent,
        signal,
        limits: maxAnswerBytes === undefined ? undefined : { bodyBytes: maxAnswerBytes },
      });
      const bytes = answer.bytes();
      return {
        status: answer.status,
        headers: flat(answer.headers),
        text: async () => answer.text(),
        bytes: async () => bytes,
        stream: () => Readable.toWeb(Readable.from([bytes])) as ReadableStream<Uint8Array>,
      } satisfies HttpAnswer;
    };
    return async (request) => {
      const answer = await once(request);
      if (answer.status !== 401 || isStream(request.body)) return answer;
      issued = await this.credentials.reissue(issued, asked, caller);
      return once(request);
    };
  }

  /** What egress is told for every call of a connection. */
  callOf(provider: ProviderDeclaration, { connection, secret }: Issued) {
    return {
      provider: this.egressProvider(provider),
      environment: connection.environment,
      account: connection.id,
      credential: { secret, place: placeOf(provider) },
    };
  }

  /** What a person is shown of an answer: links of a sandbox connection lead into the sandbox. */
  shown(output: unknown, { environment }: Issued['connection']): unknown {
    if (environment !== 'sandbox' || output === undefined) return output;
    return withLinks(output, (address) => this.egress.originMap.rewrite(address).href);
  }

  private egressProvider(provider: ProviderDeclaration): EgressProvider {
    const known = this.known.get(provider) ?? { id: provider.id, ...provider.api };
    this.known.set(provider, known);
    return known;
  }
}

function placeOf({ auth }: ProviderDeclaration) {
  const use = Object.values(auth)[0]?.use;
  return use?.in === 'header' || use?.in === 'query'
    ? use
    : ({ in: 'header', name: 'authorization', prefix: 'Bearer ' } as const);
}

const isStream = (body: unknown): boolean =>
  body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);

const toEgressBody = (body: Parameters<Send>[0]['body']) =>
  body instanceof ReadableStream ? Readable.fromWeb(body as never) : body;

const flat = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
