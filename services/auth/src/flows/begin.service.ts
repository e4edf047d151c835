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
import { type Caller, Database, Ids, type Settings, SETTINGS } from '@switchboard/nest-kit';
import { authorizationUrl, fragmentUrl, newFlowSecrets, type ProviderOAuth } from '@switchboard/oauth';
import type { ProviderDeclaration } from '@switchboard/provider-kit';
import type { Connection } from '../connections/connection.entity.ts';
import { ConnectionsService } from '../connections/connections.service.ts';
import { askedAtSetUp, featuresToAsk } from '../connections/features.ts';
import { refuseLimited } from '../connections/refuse-limited.ts';
import { Catalog, type Chosen, type ConsentDeclaration } from '../core/catalog.ts';
import { Hub } from '../core/hub.ts';
import { isLoopback, redirectUriOf } from '../core/public-address.ts';
import { Vault } from '../credentials/vault.ts';
import { protocolOf } from '../methods/protocol.ts';
import { askedScopes } from '../methods/scopes.ts';
import { settingsOf } from '../methods/settings.ts';
import { OwnerService } from '../people/owner.service.ts';
import { ClientsService } from '../providers/clients.service.ts';
import { type FlowClient, FlowClientService } from './flow-client.service.ts';
import type { Flow } from './flow.entity.ts';
import { FlowStore } from './flow-store.ts';
import { safeReturnTo } from './return-to.ts';

type Begun = ReplyInput<typeof beginFlow>;
type NewFlow = Pick<Flow, 'purpose' | 'features' | 'connectionId' | 'makesOwner' | 'returnTo'> & {
  readonly caller?: Caller;
  readonly loginHint?: string | null;
  readonly heldScopes?: readonly string[];
  readonly authorizationParams?: ProviderOAuth['authorizationParams'];
  readonly browserBinding: string;
};

/** Sends people off to a provider, with everything written down that their return is checked against (O-2). */
@Injectable()
export class BeginService {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly flowClients: FlowClientService,
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
    const target = await this.target(request, caller);
    const chosen = this.catalog.consent(request.provider, target?.method ?? request.method);
    const { provider, declaration } = chosen;
    if (target) this.refuseOtherProvider(target, provider);
    const asked = [...request.features, ...(target ? [...target.requestedFeatures, ...target.features] : [])];
    refuseUnknown(declaration, request.features);
    const settings = target?.settings ?? settingsOf(chosen, request.settings);
    const client = await this.flowClients.find(chosen, settings, request, target);
    return this.leave(chosen, client, {
      purpose: request.purpose,
      features: featuresToAsk(declaration, asked),
      connectionId: target?.id ?? null,
      makesOwner: false,
      returnTo: safeReturnTo(request.returnTo, '/connections'),
      browserBinding: request.browserBinding,
      loginHint: target?.email,
      heldScopes: target?.grantedScopes,
      caller,
    });
  }

  /** @throws HubError with a code listed in `beginSignIn.errors`. */
  async beginSignIn(request: RequestOf<typeof beginSignIn>): Promise<ReplyInput<typeof beginSignIn>> {
    const chosen = this.catalog.signIn(request.provider);
    const { provider, method, declaration } = chosen;
    const client = await this.clients.require(provider, method);
    if (client.environment === 'sandbox' && !isLoopback(this.settings.publicUrl))
      throw new HubError('provider_not_set_up', 'Sandbox accounts sign in on this machine only.');
    const makesOwner =
      request.setupCode !== undefined && this.owner.codeIsRight(request.setupCode) && !(await this.owner.exists());
    const features = featuresToAsk(declaration, makesOwner ? askedAtSetUp(declaration) : []);
    const settings = settingsOf(chosen, {});
    return this.leave(
      chosen,
      { ...client, settings },
      {
        purpose: 'sign_in',
        features,
        connectionId: null,
        makesOwner,
        returnTo: safeReturnTo(request.returnTo, '/'),
        browserBinding: request.browserBinding,
        // Signing in keeps no grant, so it asks for none: no new consent and no refresh token each time.
        ...(!makesOwner && { authorizationParams: { prompt: 'select_account' } }),
      },
    );
  }

  private async leave(chosen: Chosen<ConsentDeclaration>, client: FlowClient, flow: NewFlow): Promise<Begun> {
    const { provider, method } = chosen;
    const { caller, loginHint, heldScopes, authorizationParams, browserBinding, ...row } = flow;
    const id = this.ids.uuid() as FlowId;
    const { environment, clientId, settings } = client;
    const oauth = protocolOf(chosen, settings, clientId);
    const hubId = this.hub.id;
    const memberId = caller?.claims.memberId ?? null;
    const secrets = newFlowSecrets();
    const redirectUri = redirectUriOf(this.settings.publicUrl, provider.id);
    const url = authorizationPage(chosen, authorizationParams ? { ...oauth, authorizationParams } : oauth, clientId, {
      ...secrets,
      redirectUri,
      scopes: askedScopes(chosen.declaration, row.features, settings, heldScopes),
      ...(loginHint && { loginHint }),
    });
    const nowhere = environment === 'sandbox' && !this.egress.originMap.target(url.origin);
    if (nowhere)
      throw new HubError('input_invalid', `There is no ${url.host} in the sandbox. See what is on its page.`);
    const owner = { id, hubId, memberId: memberId ?? hubId, provider: provider.id, environment, version: 1 };
    const { nonce, codeVerifier } = secrets;
    const brought = this.bringsClient(chosen) && client.clientSecret && { clientSecret: client.clientSecret.reveal() };
    const sealed = this.vault.seal(owner, 'flow', JSON.stringify({ nonce, codeVerifier, ...brought }));
    const sessionId = caller?.claims.sessionId ?? null;
    const expiresAt = await this.store.begin(
      { ...row, id, hubId, memberId, sessionId, provider: provider.id, method, environment, settings: { ...settings } },
      { flowId: id, state: secrets.state, issuer: oauth.issuer, clientId, redirectUri, browserBinding, sealed },
    );
    const shown = environment === 'sandbox' ? this.egress.originMap.rewrite(url) : url;
    return { flowId: id, authorizationUrl: shown.href, expiresAt: expiresAt.toISOString() };
  }

  private bringsClient({ declaration }: Chosen<ConsentDeclaration>): boolean {
    return declaration.kind === 'oauth2' && declaration.client === 'connection';
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
}

/** Where the person is sent: the code flow, or a page that answers in the fragment, whose way back carries the state. */
function authorizationPage(
  { declaration }: Chosen<ConsentDeclaration>,
  oauth: ProviderOAuth,
  clientId: string,
  request: Parameters<typeof authorizationUrl>[2],
): URL {
  if (declaration.kind === 'oauth2') return authorizationUrl(oauth, { clientId }, request);
  const back = new URL(request.redirectUri);
  back.searchParams.set('state', request.state);
  const page = { ...declaration, authorizationEndpoint: oauth.authorizationEndpoint };
  return fragmentUrl(page, { clientId, redirectUri: back.href, scopes: request.scopes });
}

function refuseUnknown({ features }: ConsentDeclaration, asked: readonly string[]): void {
  const unknown = asked.filter((id) => !Object.hasOwn(features, id));
  if (unknown.length > 0)
    throw new HubError('input_invalid', undefined, {
      errors: [{ path: '/features', message: `There is no feature ${unknown.join(', ').slice(0, 200)}.` }],
    });
}
