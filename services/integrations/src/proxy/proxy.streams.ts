import {
  type AnswerHeaders,
  discard,
  type Egress,
  forwardableRequestHeaders,
  forwardableResponseHeaders,
  hidingForms,
  safeProxyPath,
  secretForms,
} from '@switchboard/egress';
import { type ConnectionId, HubError, type ParametersOf, proxyCall, proxyRef } from '@switchboard/contracts';
import {
  actorOf,
  type Caller,
  Clock,
  Ids,
  type StreamAnswer,
  StreamHost,
  type StreamRequest,
} from '@switchboard/nest-kit';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.ts';
import { CredentialsService, type Issued } from '../credentials/credentials.service.ts';
import { EGRESS, OutboundService } from '../credentials/outbound.service.ts';
import { ReadLog } from '../runs/read-log.ts';
import { RunEntity } from '../runs/run.entity.ts';
import { asHubError } from './egress-failure.ts';
import { quietAnswer } from './quiet-answer.ts';

type Parameters = ParametersOf<typeof proxyCall>;

/** Raw calls: the caller's method, path and body with the connection's credential, streamed both ways (E-3). */
@Injectable()
export class ProxyStreams implements OnModuleInit {
  constructor(
    private readonly host: StreamHost,
    private readonly catalog: CatalogService,
    private readonly credentials: CredentialsService,
    private readonly outbound: OutboundService,
    @Inject(EGRESS) private readonly egress: Egress,
    private readonly reads: ReadLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.host.handle(proxyCall, (request, caller) => this.call(request, caller));
  }

  private async call(request: StreamRequest<typeof proxyCall>, caller: Caller): Promise<StreamAnswer> {
    const { parameters } = request;
    allow(parameters, caller);
    const started = this.clock.monotonicMs();
    const asked = { connectionId: parameters.connectionId, needs: [], purpose: 'proxy' as const };
    let issued = await this.credentials.issue(asked, caller);
    try {
      let answer = await this.send(issued, request, caller);
      if (answer.status === 401 && !request.body) {
        const unread = answer.body;
        const refused = issued.secret.reveal();
        issued = await this.credentials.reissue(issued, asked, caller).catch((error: unknown) => {
          discard(unread);
          throw error;
        });
        if (issued.secret.reveal() !== refused) {
          answer.body.resume();
          answer = await this.send(issued, request, caller);
        }
      }
      this.note(issued, parameters, caller, answer.status, started);
      const forms = secretForms(this.carried(issued));
      const { headers, body } = quietAnswer(answer, parameters.method, forms);
      return { status: answer.status, headers: quietHeaders(headers, forms), body };
    } catch (error) {
      this.note(issued, parameters, caller, 0, started);
      throw asHubError(error, issued.connection.provider);
    }
  }

  private send(issued: Issued, { parameters, headers, body }: StreamRequest<typeof proxyCall>, caller: Caller) {
    const provider = this.catalog.provider(issued.connection.provider);
    const { method, path, host } = parameters;
    const { api, headers: defaults } = this.outbound.boundOf(provider, issued);
    const base = host ? hostOf(api.hosts, host) : api.baseUrl;
    return this.egress.stream({
      ...this.outbound.callOf(provider, issued),
      url: base + safeProxyPath(path),
      method,
      // What comes back is searched as it flows by, so it comes unpacked.
      headers: { ...defaults, ...forwardableRequestHeaders(headers), 'accept-encoding': 'identity' },
      body,
      signal: caller.signal,
    });
  }

  private carried(issued: Issued): readonly string[] {
    return this.outbound.carried(this.catalog.provider(issued.connection.provider), issued);
  }

  private note(
    { connection }: Issued,
    { method, path }: Parameters,
    caller: Caller,
    status: number,
    started: number,
  ): void {
    const { hubId, memberId } = caller.claims;
    const row = Object.assign(new RunEntity(), {
      id: this.ids.uuid(),
      hubId,
      memberId,
      provider: connection.provider,
      connectionId: connection.id as ConnectionId,
      accountLabel: connection.label,
      action: proxyRef(connection.provider),
      effect: method === 'GET' || method === 'HEAD' ? 'read' : 'write',
      status: status > 0 && status < 400 ? 'succeeded' : 'failed',
      via: 'proxy',
      proposalId: null,
      traceId: caller.traceId,
      input: { method, path: path.split('?')[0] },
      output: { status },
      before: null,
      error: null,
      startedAt: this.clock.now(),
      durationMs: this.clock.monotonicMs() - started,
    });
    this.reads.add(row, actorOf(caller));
  }
}

/** What is handed on of the provider's headers, which repeat nothing of the credential. */
function quietHeaders(headers: AnswerHeaders, forms: readonly string[]) {
  const hide = hidingForms(forms);
  return Object.fromEntries(
    Object.entries(forwardableResponseHeaders(headers)).map(([name, value]) => [
      name,
      typeof value === 'string' ? hide(value) : value.map(hide),
    ]),
  );
}

/** A method that may change something needs what a write needs. */
function allow({ method }: Parameters, { claims }: Caller): void {
  if (method !== 'GET' && method !== 'HEAD' && !claims.permissions.includes('actions:write'))
    throw new HubError('not_permitted', 'A proxied call that may change something needs the permission actions:write.');
}

function hostOf(hosts: readonly string[], wanted: string): string {
  const origin = `https://${wanted.toLowerCase()}`;
  if (!hosts.includes(origin)) throw new HubError('egress_refused', 'This provider does not declare that host.');
  return origin;
}
