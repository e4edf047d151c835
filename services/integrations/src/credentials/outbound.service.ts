import { discard, type Egress, EgressError, hiding, hidingCredential, isFlowing, sentAs } from '@switchboard/egress';
import type { Caller } from '@switchboard/nest-kit';
import type { HttpAnswer, OutboundRequest, ProviderDeclaration, Send } from '@switchboard/provider-kit';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { withLinks } from '../plain.ts';
import { flowingAnswer, heldAnswer } from './answers.ts';
import { bindProvider, type BoundProvider } from './bound-provider.ts';
import { type Asked, CredentialsService, type Issued } from './credentials.service.ts';

export const EGRESS = Symbol('egress');

/** Sends a provider's calls with a connection's credential; a refused token is replaced once. */
@Injectable()
export class OutboundService {
  private readonly bound = new WeakMap<Issued['connection'], BoundProvider>();

  constructor(
    @Inject(EGRESS) private readonly egress: Egress,
    private readonly credentials: CredentialsService,
  ) {}

  /** The `send` of one action's `http`. */
  sender(provider: ProviderDeclaration, asked: Asked, first: Issued, caller: Caller, signal: AbortSignal): Send {
    let issued = first;
    const once = (request: OutboundRequest): Promise<HttpAnswer> => {
      const call = { ...this.callOf(provider, issued), ...(request.link && this.linkOf(provider, issued)) };
      const sent = { ...call, url: request.url, method: request.method, body: toEgressBody(request.body), signal };
      return request.streamed ? this.flow(sent, request) : this.hold(sent, request);
    };
    return async (request) => {
      const answer = await once(request);
      if (request.link || isFlowing(request.body) || !(await isRefused(provider, request, answer))) return answer;
      await answer.bytes().catch(() => undefined);
      const refused = issued.secret.reveal();
      issued = await this.credentials.reissue(issued, asked, caller);
      return issued.secret.reveal() === refused ? answer : once(request);
    };
  }

  /** What egress is told for every call of a connection. */
  callOf(provider: ProviderDeclaration, issued: Issued) {
    const { connection, secret } = issued;
    const { own, place } = this.boundOf(provider, issued);
    return {
      provider: own,
      environment: connection.environment,
      account: connection.id,
      credential: { secret, place },
    };
  }

  /** The provider as the connection has it. @throws HubError `provider_misconfigured`. */
  boundOf(provider: ProviderDeclaration, { connection, clientId }: Issued): BoundProvider {
    const known = this.bound.get(connection) ?? bindProvider(provider, connection, clientId);
    this.bound.set(connection, known);
    return known;
  }

  /** What a call of the connection carries of its credential. */
  carried(provider: ProviderDeclaration, issued: Issued): readonly string[] {
    return sentAs({ secret: issued.secret, place: this.boundOf(provider, issued).place });
  }

  /** Takes the connection's credential out of a text. */
  hider(provider: ProviderDeclaration, issued: Issued): (text: string) => string {
    return hiding(this.carried(provider, issued));
  }

  /** What a person is shown of an answer: links of a sandbox connection lead into the sandbox. */
  shown(output: unknown, { environment }: Issued['connection']): unknown {
    if (environment !== 'sandbox' || output === undefined) return output;
    return withLinks(output, (address) => this.egress.originMap.rewrite(address).href);
  }

  private async hold(call: Sent, { headers, idempotent, maxAnswerBytes, redirect }: OutboundRequest) {
    const limits = maxAnswerBytes === undefined ? undefined : { bodyBytes: maxAnswerBytes };
    const redirects = redirect ?? 'none';
    const answer = await this.egress.request({ ...call, headers, idempotent, limits, redirects });
    return heldAnswer(answer, hideOf(call));
  }

  private async flow(call: Sent, { headers, redirect }: OutboundRequest): Promise<HttpAnswer> {
    const plain = { ...headers, 'accept-encoding': 'identity' };
    const answer = await this.egress.stream({ ...call, headers: plain, paced: true });
    if (redirect !== 'manual' && answer.status >= 300 && answer.status < 400 && answer.headers['location']) {
      discard(answer.body);
      throw new EgressError('refused', `${call.url.host} redirects, which is not followed.`, { mayHaveArrived: true });
    }
    return flowingAnswer(answer, hideOf(call));
  }

  private linkOf(provider: ProviderDeclaration, issued: Issued) {
    return { provider: this.boundOf(provider, issued).files, credential: undefined };
  }
}

/** True where the answer refuses the credential: 401, or a refusal that comes with a status below 400. */
async function isRefused(
  provider: ProviderDeclaration,
  { streamed }: OutboundRequest,
  answer: HttpAnswer,
): Promise<boolean> {
  const { status, headers } = answer;
  if (status === 401 || status >= 400 || streamed || !provider.isRefusal) return status === 401;
  if (!/\bjson\b/.test(headers['content-type'] ?? '')) return false;
  try {
    const body = JSON.parse(await answer.text()) as unknown;
    return provider.isRefusal(body) && provider.explain({ status, headers, body }).kind === 'credential';
  } catch {
    return false;
  }
}

type Sent = Omit<ReturnType<OutboundService['callOf']>, 'credential'> & {
  readonly credential: ReturnType<OutboundService['callOf']>['credential'] | undefined;
  readonly url: URL;
  readonly method: string;
  readonly body: ReturnType<typeof toEgressBody>;
  readonly signal: AbortSignal;
};

const hideOf = ({ credential }: Sent): ((text: string) => string) =>
  credential ? hidingCredential(credential) : (text) => text;

const toEgressBody = (body: OutboundRequest['body']) =>
  body instanceof ReadableStream ? Readable.fromWeb(body as never) : body;
