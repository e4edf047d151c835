import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import {
  callbackCode,
  checkCallback,
  exchangeCode,
  fragmentToken,
  HiddenToken,
  type OAuthContext,
  type TokenAnswer,
  verifyIdToken,
} from '@switchboard/oauth';
import { Secret } from '@switchboard/vault';
import { Catalog, type Chosen, type ConsentDeclaration } from '../core/catalog.ts';
import { type ServiceContext, TokenCalls } from '../credentials/token-calls.ts';
import { Vault } from '../credentials/vault.ts';
import type { SettingValues } from '../methods/protocol.ts';
import { askedScopes } from '../methods/scopes.ts';
import { toldSettings } from '../methods/settings.ts';
import { ClientsService } from '../providers/clients.service.ts';
import type { Flow } from './flow.entity.ts';
import type { FlowState } from './flow-store.ts';
import type { Arrival } from './grant-intake.ts';

/** A flow that its callback took away. */
export interface Taken {
  readonly flow: Flow;
  readonly secret: FlowState;
}

/** What only the hub knows of a flow. */
interface Sealed {
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Of a client that the person brought. */
  readonly clientSecret?: string;
}

export interface Opened {
  readonly chosen: Chosen<ConsentDeclaration>;
  readonly kept: Sealed;
  readonly settings: SettingValues;
  readonly context: ServiceContext;
}

/** Reads what a provider sent back, by the method that the flow began with. */
@Injectable()
export class ReceivingService {
  constructor(
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly calls: TokenCalls,
    private readonly vault: Vault,
  ) {}

  /** Which client and which protocol the flow began with; the provider's table may settle a setting that only now is told. */
  async open({ flow, secret }: Taken, query: URLSearchParams): Promise<Opened> {
    const chosen = this.catalog.consent(flow.provider, flow.method);
    const { provider, declaration } = chosen;
    const { id, hubId, memberId, environment } = flow;
    const owner = { id, hubId, memberId: memberId ?? hubId, provider: provider.id, environment, version: 1 };
    const kept = JSON.parse(this.vault.open(secret.sealed, owner, 'flow').reveal()) as Sealed;
    const brought = declaration.kind === 'oauth2' && declaration.client === 'connection';
    const client = brought
      ? { clientId: secret.clientId, ...(kept.clientSecret && { clientSecret: new Secret(kept.clientSecret) }) }
      : await this.clients.of({ ...flow, provider: provider.id, clientId: secret.clientId });
    if (!client) throw new HubError('provider_misconfigured', `The client of ${provider.title} was changed meanwhile.`);
    const rules = declaration.kind === 'oauth2' ? declaration.callback : undefined;
    const settings = toldSettings(provider, rules, flow.settings, query);
    return { chosen, kept, settings, context: this.calls.context(chosen, settings, client, environment) };
  }

  /** One exchange at most, and the account whose access came. @throws OAuthError, EgressError, HubError. */
  async receive(
    { chosen, kept, settings, context }: Opened,
    { flow, secret }: Taken,
    query: URLSearchParams,
  ): Promise<Arrival> {
    const { declaration } = chosen;
    const asked = askedScopes(declaration, flow.features, settings);
    const { tokens, subject } =
      declaration.kind === 'fragment'
        ? { tokens: tokenOf(fragmentToken(query, declaration.tokenName)), subject: undefined }
        : await this.exchange(context, query, secret, { ...kept, scopes: asked });
    const identity = await this.calls.account(context, tokens.accessToken, subject);
    const { clientId, clientSecret } = context.client;
    const own = declaration.kind === 'oauth2' && declaration.client === 'connection' ? clientSecret : undefined;
    return { ...chosen, clientId, ownSecret: own, settings, tokens, identity, scopes: tokens.scopes ?? asked };
  }

  private async exchange(
    context: OAuthContext,
    query: URLSearchParams,
    secret: FlowState,
    { nonce, codeVerifier, scopes }: Sealed & { scopes: readonly string[] },
  ): Promise<{ tokens: TokenAnswer; subject: string | undefined }> {
    const code = callbackCode(context.oauth, query, secret.issuer);
    checkCallback(context, query);
    const flow = { code, redirectUri: secret.redirectUri, codeVerifier, scopes };
    const tokens = await exchangeCode(context, flow);
    const claims =
      tokens.idToken !== undefined && context.oauth.issuer !== undefined
        ? await verifyIdToken(context, this.calls.keys, tokens.idToken, { nonce })
        : undefined;
    return { tokens, subject: claims?.sub };
  }
}

/** A token of a fragment: nothing is told of it but the token itself. */
const tokenOf = (token: string): TokenAnswer => ({
  accessToken: new HiddenToken(token),
  refreshToken: undefined,
  expiresIn: undefined,
  refreshTokenExpiresIn: undefined,
  scopes: undefined,
  idToken: undefined,
});
