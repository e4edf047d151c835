import { Inject, Injectable } from '@nestjs/common';
import { type completeFlow, HubError, type NewSession, type ReplyInput, type RequestOf } from '@switchboard/contracts';
import { EgressError } from '@switchboard/egress';
import { appendAudit, Database, LOG, type Log, type MaybeCaller } from '@switchboard/nest-kit';
import {
  callbackCode,
  callbackState,
  exchangeCode,
  OAuthError,
  readIdentity,
  revokeGrant,
  verifyIdToken,
} from '@switchboard/oauth';
import type { OAuthContext } from '@switchboard/oauth';
import { scopesOf } from '../connections/features.ts';
import { arriving } from '../core/actors.ts';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { Hub } from '../core/hub.ts';
import { TokenCalls } from '../credentials/token-calls.ts';
import { Vault } from '../credentials/vault.ts';
import { ClientsService } from '../providers/clients.service.ts';
import type { Flow } from './flow.entity.ts';
import { type FlowState, FlowStore } from './flow-store.ts';
import type { Arrival } from './grant-intake.ts';
import { LandingService } from './landing.service.ts';

type Request = RequestOf<typeof completeFlow>;
type Taken = { readonly flow: Flow; readonly secret: FlowState };

/** The provider came back: one exchange at most, and nothing stored that was not checked whole. */
@Injectable()
export class CompleteService {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly calls: TokenCalls,
    private readonly store: FlowStore,
    private readonly vault: Vault,
    private readonly landing: LandingService,
    private readonly changes: Changes,
    private readonly database: Database,
    private readonly hub: Hub,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What fails after the link was good is told in the flow. @throws HubError `flow_invalid` where the link is not good, `provider_unknown`. */
  async complete(request: Request, caller: MaybeCaller): Promise<ReplyInput<typeof completeFlow>> {
    this.catalog.oauth(request.provider);
    const query = new URLSearchParams(request.parameters);
    const taken = await this.take(query, request, caller);
    let context: OAuthContext | undefined;
    let arrival: Arrival | undefined;
    try {
      context = await this.contextOf(taken);
      arrival = await this.receive(context, taken, query);
      const landed = await this.landing.land(taken.flow, arrival, request.client, caller);
      await this.revokeReplaced(context, landed.replaced);
      return this.reply(landed.flow, landed.session);
    } catch (error) {
      const failure = this.failureOf(error, taken.flow);
      if (failure.code === 'account_mismatch' && context && arrival) await this.revokeUnwanted(context, arrival);
      const flow = await this.changes.commit(async (manager) => {
        await appendAudit(manager, arriving(this.hub, caller), {
          event: 'flow.failed',
          outcome: failure.code === 'internal' ? 'failed' : 'denied',
          subject: taken.flow.id,
          details: { provider: taken.flow.provider, purpose: taken.flow.purpose, code: failure.code },
        });
        return this.store.fail(manager, taken.flow, failure.code, failure.message, caller.traceId);
      });
      return this.reply(flow);
    }
  }

  private async take(query: URLSearchParams, request: Request, caller: MaybeCaller): Promise<Taken> {
    const { provider, browserBinding } = request;
    const memberId = caller.claims?.via === 'session' ? caller.claims.memberId : undefined;
    const state = stateOf(query);
    const taken = state && (await this.store.take(state, { provider, browserBinding, memberId }));
    if (taken) return taken;
    await this.database.asService((manager) =>
      appendAudit(manager, arriving(this.hub, caller), {
        event: 'flow.refused',
        outcome: 'denied',
        details: { provider, address: request.client.address },
      }),
    );
    throw new HubError('flow_invalid');
  }

  private async contextOf({ flow, secret }: Taken): Promise<OAuthContext> {
    const { oauth, provider } = this.catalog.oauth(flow.provider);
    const { environment } = flow;
    const client = await this.clients.of({ provider: provider.id, environment, clientId: secret.clientId });
    if (!client) throw new HubError('provider_misconfigured', `The client of ${provider.title} was changed meanwhile.`);
    return this.calls.context(provider.id, oauth, client, environment);
  }

  private async receive(context: OAuthContext, { flow, secret }: Taken, query: URLSearchParams): Promise<Arrival> {
    const { oauth, provider, method } = this.catalog.oauth(flow.provider);
    const code = callbackCode(oauth, query, secret.issuer);
    const { id, hubId, memberId, environment } = flow;
    const owner = { id, hubId, memberId: memberId ?? hubId, provider: provider.id, environment, version: 1 };
    const { nonce, codeVerifier } = JSON.parse(this.vault.open(secret.sealed, owner, 'flow').reveal()) as {
      nonce: string;
      codeVerifier: string;
    };
    const tokens = await exchangeCode(context, { code, redirectUri: secret.redirectUri, codeVerifier });
    const claims =
      tokens.idToken !== undefined && oauth.issuer !== undefined
        ? await verifyIdToken(context, this.calls.keys, tokens.idToken, { nonce })
        : undefined;
    const identity = await readIdentity(context, tokens.accessToken, claims?.sub);
    const scopes = tokens.scopes ?? scopesOf(oauth, flow.features);
    return { provider, method, oauth, clientId: context.client.clientId, tokens, identity, scopes };
  }

  /** Only where that ends nothing but what was replaced (O-14). */
  private async revokeReplaced(context: OAuthContext, replaced: Parameters<typeof revokeGrant>[1] | undefined) {
    if (!replaced || context.oauth.revokes !== 'token') return;
    await revokeGrant(context, replaced).catch((error: unknown) =>
      this.log.warn({ err: error }, 'a replaced grant was not revoked'),
    );
  }

  /** Another account's grant is not kept; where revoking ends the whole project it is left alone (O-8). */
  private async revokeUnwanted(context: OAuthContext, { tokens, oauth }: Arrival): Promise<void> {
    if (oauth.revokes === 'project') return;
    await revokeGrant(context, tokens).catch((error: unknown) =>
      this.log.warn({ err: error }, 'an unwanted grant was not revoked'),
    );
  }

  private failureOf(error: unknown, flow: Flow): HubError {
    if (error instanceof HubError) return error;
    if (error instanceof OAuthError) return new HubError(error.hubCode, error.message);
    if (error instanceof EgressError) return new HubError('provider_unavailable');
    this.log.error({ err: error, flowId: flow.id }, 'a flow failed');
    return new HubError('internal');
  }

  private reply(flow: Flow, session?: NewSession): ReplyInput<typeof completeFlow> {
    return { flow: this.store.view(flow), ...(session && { session }) };
  }
}

function stateOf(query: URLSearchParams): string | undefined {
  try {
    return callbackState(query);
  } catch {
    return undefined;
  }
}
