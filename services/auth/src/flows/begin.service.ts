import { Inject, Injectable } from '@nestjs/common';
import {
  type beginFlow,
  type beginSignIn,
  type FlowId,
  HubError,
  type ReplyInput,
  type RequestOf,
} from '@switchboard/contracts';
import { Egress } from '@switchboard/egress';
import { type Caller, Database, Ids, parseInput, type Settings, SETTINGS } from '@switchboard/nest-kit';
import { authorizationUrl, newFlowSecrets } from '@switchboard/oauth';
import type { OAuth2Declaration, ProviderDeclaration } from '@switchboard/provider-kit';
import type { Connection } from '../connections/connection.entity.ts';
import { ConnectionsService } from '../connections/connections.service.ts';
import { featuresToAsk, scopesOf } from '../connections/features.ts';
import { refuseLimited } from '../connections/refuse-limited.ts';
import { Catalog } from '../core/catalog.ts';
import { Hub } from '../core/hub.ts';
import { isLoopback, redirectUriOf } from '../core/public-address.ts';
import { Vault } from '../credentials/vault.ts';
import { OwnerService } from '../people/owner.service.ts';
import { type ClientRegistration, ClientsService } from '../providers/clients.service.ts';
import type { Flow } from './flow.entity.ts';
import { FlowStore } from './flow-store.ts';
import { safeReturnTo } from './return-to.ts';

type Begun = ReplyInput<typeof beginFlow>;
type NewFlow = Pick<Flow, 'purpose' | 'features' | 'settings' | 'connectionId' | 'makesOwner' | 'returnTo'> & {
  readonly caller?: Caller;
  readonly loginHint?: string | null;
  readonly authorizationParams?: OAuth2Declaration['authorizationParams'];
  readonly browserBinding: string;
};

/** Sends people off to a provider, with everything written down that their return is checked against (O-2). */
@Injectable()
export class BeginService {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly connections: ConnectionsService,
    private readonly store: FlowStore,
    private readonly vault: Vault,
    private readonly hub: Hub,
    private readonly owner: OwnerService,
    private readonly database: Database,
    private readonly egress: Egress,
    private readonly ids: Ids,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws HubError with a code listed in `beginFlow.errors`. */
  async begin(request: RequestOf<typeof beginFlow>, caller: Caller): Promise<Begun> {
    const { provider, oauth } = this.catalog.oauth(request.provider);
    const target = await this.target(request, caller);
    if (target) this.refuseOtherProvider(target, provider);
    const asked = [...request.features, ...(target ? [...target.requestedFeatures, ...target.features] : [])];
    refuseUnknown(oauth, request.features);
    const settings = target?.settings ?? this.settingsOf(provider, request.settings);
    const client = target ? await this.clientFor(target) : await this.clients.require(provider.id);
    return this.leave(provider, oauth, client, {
      purpose: request.purpose,
      features: featuresToAsk(oauth, asked),
      settings,
      connectionId: target?.id ?? null,
      makesOwner: false,
      returnTo: safeReturnTo(request.returnTo, '/connections'),
      browserBinding: request.browserBinding,
      loginHint: target?.email,
      caller,
    });
  }

  /** @throws HubError with a code listed in `beginSignIn.errors`. */
  async beginSignIn(request: RequestOf<typeof beginSignIn>): Promise<ReplyInput<typeof beginSignIn>> {
    const { provider, oauth } = this.catalog.oauth(request.provider);
    if (!oauth.issuer) throw new HubError('provider_unknown', `${provider.title} cannot sign people in.`);
    const client = await this.clients.require(provider.id);
    if (client.environment === 'sandbox' && !isLoopback(this.settings.publicUrl))
      throw new HubError('provider_not_set_up', 'Sandbox accounts sign in on this machine only.');
    const makesOwner =
      request.setupCode !== undefined && this.owner.codeIsRight(request.setupCode) && !(await this.owner.exists());
    const features = makesOwner ? featuresToAsk(oauth, ['contacts']) : featuresToAsk(oauth, []);
    return this.leave(provider, oauth, client, {
      purpose: 'sign_in',
      features,
      settings: {},
      connectionId: null,
      makesOwner,
      returnTo: safeReturnTo(request.returnTo, '/'),
      browserBinding: request.browserBinding,
      // Signing in keeps no grant, so it asks for none: no new consent and no refresh token each time.
      ...(!makesOwner && { authorizationParams: { prompt: 'select_account' } }),
    });
  }

  private async leave(
    provider: ProviderDeclaration,
    oauth: OAuth2Declaration,
    client: ClientRegistration,
    flow: NewFlow,
  ): Promise<Begun> {
    const { caller, loginHint, authorizationParams, browserBinding, ...row } = flow;
    const id = this.ids.uuid() as FlowId;
    const { environment, clientId } = client;
    const hubId = this.hub.id;
    const memberId = caller?.claims.memberId ?? null;
    const secrets = newFlowSecrets();
    const redirectUri = redirectUriOf(this.settings.publicUrl, provider.id);
    const owner = { id, hubId, memberId: memberId ?? hubId, provider: provider.id, environment, version: 1 };
    const { nonce, codeVerifier } = secrets;
    const sealed = this.vault.seal(owner, 'flow', JSON.stringify({ nonce, codeVerifier }));
    const url = authorizationUrl(authorizationParams ? { ...oauth, authorizationParams } : oauth, client, {
      ...secrets,
      redirectUri,
      scopes: scopesOf(oauth, row.features),
      ...(loginHint && { loginHint }),
    });
    const expiresAt = await this.store.begin(
      { ...row, id, hubId, memberId, sessionId: caller?.claims.sessionId ?? null, provider: provider.id, environment },
      { flowId: id, state: secrets.state, issuer: oauth.issuer, clientId, redirectUri, browserBinding, sealed },
    );
    const shown = environment === 'sandbox' ? this.egress.originMap.rewrite(url) : url;
    return { flowId: id, authorizationUrl: shown.href, expiresAt: expiresAt.toISOString() };
  }

  private async target(
    { purpose, connectionId }: RequestOf<typeof beginFlow>,
    caller: Caller,
  ): Promise<Connection | undefined> {
    if (purpose === 'connect') {
      refuseLimited(caller);
      return undefined;
    }
    if (!connectionId) throw new HubError('connection_unknown');
    const row = await this.database.forCaller(caller, (manager) => this.connections.own(manager, connectionId, caller));
    if (row.status === 'revocation_pending')
      throw new HubError('conflict', 'This account is being disconnected. Connect it again as a new one.');
    return row;
  }

  private refuseOtherProvider(target: Connection, provider: ProviderDeclaration): void {
    if (target.provider !== provider.id) throw new HubError('connection_unknown');
  }

  /** The client of the connection's own environment; after it was replaced, the new one of the same environment. */
  private async clientFor(target: Connection): Promise<ClientRegistration> {
    const same = await this.clients.of(target);
    if (same) return same;
    const current = await this.clients.require(target.provider);
    if (current.environment !== target.environment)
      throw new HubError(
        'conflict',
        `This account was connected in the ${target.environment}. Connect it again as a new one.`,
      );
    return current;
  }

  private settingsOf(provider: ProviderDeclaration, given: Record<string, string>): Record<string, string> {
    if (!provider.settings) return {};
    return parseInput(provider.settings, given) as Record<string, string>;
  }
}

function refuseUnknown({ features }: OAuth2Declaration, asked: readonly string[]): void {
  const unknown = asked.filter((id) => !Object.hasOwn(features, id));
  if (unknown.length > 0)
    throw new HubError('input_invalid', undefined, {
      errors: [{ path: '/features', message: `There is no feature ${unknown.join(', ').slice(0, 200)}.` }],
    });
}
