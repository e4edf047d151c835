import { Injectable } from '@nestjs/common';
import { type ErrorDetails, HubError } from '@switchboard/contracts';
import { Egress, EgressError, type Revealable } from '@switchboard/egress';
import { Clock, Database } from '@switchboard/nest-kit';
import {
  type Identity,
  IssuerKeys,
  OAuthError,
  readIdentity,
  refreshTokens,
  revokeGrant,
  type Revocation,
  type TokenAnswer,
  verifyIdToken,
} from '@switchboard/oauth';
import type { OAuthContext } from '@switchboard/oauth';
import type { Secret } from '@switchboard/vault';
import type { Connection } from '../connections/connection.entity.ts';
import { Catalog, type Chosen, type ConsentDeclaration } from '../core/catalog.ts';
import { unanswered } from '../core/unanswered.ts';
import { protocolOf, type SettingValues } from '../methods/protocol.ts';
import { accountSubject, type AtService, ownSubject, serviceOf } from '../methods/subject.ts';
import { ClientsService } from '../providers/clients.service.ts';
import { GrantStore } from './grant-store.ts';
import { ServiceAccounts } from './service-accounts.ts';

export type ServiceContext = OAuthContext & AtService;

/** How a refresh ended: with tokens, with a refusal, or in a way that leaves open whether the old token still counts (O-12). */
export type RefreshOutcome =
  | { readonly kind: 'tokens'; readonly tokens: TokenAnswer }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: HubError }
  | { readonly kind: 'lost'; readonly error: HubError };

/** The only calls `auth` makes outside: token, revocation and identity endpoints of a connection's provider. */
@Injectable()
export class TokenCalls {
  readonly keys = new IssuerKeys();

  constructor(
    private readonly egress: Egress,
    private readonly catalog: Catalog,
    private readonly clients: ClientsService,
    private readonly serviceAccounts: ServiceAccounts,
    private readonly grants: GrantStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws HubError `provider_misconfigured` where the client that made the grant is not set up any more, `provider_unknown`. */
  async contextOf(connection: Connection): Promise<ServiceContext> {
    const chosen = this.catalog.consent(connection.provider, connection.method);
    const client = await this.clientOf(chosen, connection);
    if (!client)
      throw new HubError(
        'provider_misconfigured',
        `The client that this account was connected with is not set up for ${chosen.provider.title} any more. Connect it again.`,
        { provider: chosen.provider.id },
      );
    return this.context(chosen, connection.settings, client, connection.environment);
  }

  context(
    chosen: Chosen<ConsentDeclaration>,
    settings: SettingValues,
    client: OAuthContext['client'],
    environment: Connection['environment'],
  ): ServiceContext {
    const { provider, declaration } = chosen;
    const oauth = protocolOf(chosen, settings, client.clientId);
    const personAddresses = declaration.personAddress === true;
    return {
      egress: this.egress,
      providerId: provider.id,
      oauth,
      client,
      environment,
      personAddresses,
      ...(personAddresses && { service: serviceOf(chosen, settings, oauth.issuer ?? oauth.identity.endpoint) }),
      now: () => this.clock.now(),
    };
  }

  /** The hub's registration, or the one that the person brought with this connection (O-19). */
  private async clientOf(
    { provider, method, declaration }: Chosen<ConsentDeclaration>,
    connection: Connection,
  ): Promise<OAuthContext['client'] | undefined> {
    if (declaration.kind !== 'oauth2' || declaration.client !== 'connection')
      return this.clients.of({ ...connection, provider: provider.id, method });
    if (!connection.clientId) return undefined;
    // The row may be newer than the one that was asked about: a secret opens for its own version only.
    return this.database.asService(async (manager) => {
      const now = (await this.grants.find(manager, connection.id))?.connection;
      if (!now?.clientId || now.clientId !== connection.clientId) return undefined;
      const clientSecret = await this.grants.read(manager, now, 'client_secret');
      return { clientId: now.clientId, ...(clientSecret && { clientSecret }) };
    });
  }

  /** Sends the refresh token once, or what stands in its place. */
  async refresh(connection: Connection, refreshToken: Secret): Promise<RefreshOutcome> {
    let answered = false;
    try {
      const acting = this.serviceAccounts.actingFor(connection);
      if (acting) {
        const tokens = await this.serviceAccounts.exchange(acting, refreshToken, 'provider_misconfigured');
        return { kind: 'tokens', tokens };
      }
      const context = await this.contextOf(connection);
      const watched: OAuthContext = {
        ...context,
        egress: {
          request: async (request) => {
            const answer = await this.egress.request(request);
            answered = true;
            return answer;
          },
        },
      };
      const tokens = await refreshTokens(watched, refreshToken);
      if (tokens.idToken !== undefined && context.oauth.issuer !== undefined)
        await verifyIdToken(context, this.keys, tokens.idToken, { subject: ownSubject(context, connection.subject) });
      return { kind: 'tokens', tokens };
    } catch (error) {
      const refusal = error instanceof HubError ? error.cause : error;
      if (refusal instanceof OAuthError && refusal.code === 'invalid_grant') return { kind: 'ended' };
      const garbled = error instanceof OAuthError && error.code === 'invalid_answer';
      const unanswered = error instanceof EgressError && error.mayHaveArrived && !answered;
      return { kind: garbled || unanswered ? 'lost' : 'failed', error: tokenCallError(error, connection) };
    }
  }

  async identity(connection: Connection, accessToken: Secret): Promise<Identity> {
    const acting = this.serviceAccounts.actingFor(connection);
    if (acting) return this.serviceAccounts.identity(acting, accessToken);
    return this.account(await this.contextOf(connection), accessToken);
  }

  /** Asks the account itself about an access token that nothing renews. */
  async accepted(connection: Connection): Promise<'good' | 'ended' | 'unclear'> {
    try {
      const token = await this.database.asService((manager) => this.grants.read(manager, connection, 'access_token'));
      if (!token) return 'ended';
      await this.identity(connection, token);
      return 'good';
    } catch (error) {
      return error instanceof OAuthError && error.hubCode === 'reconnect_required' ? 'ended' : 'unclear';
    }
  }

  /** Whose account a token opens. @param subject as the ID token says, where there is one. */
  async account(context: ServiceContext, accessToken: Revealable, subject?: string): Promise<Identity> {
    const identity = await readIdentity(context, accessToken, subject);
    return { ...identity, subject: accountSubject(context, identity.subject) };
  }

  async revoke(
    connection: Connection,
    tokens: { readonly refreshToken?: Secret; readonly accessToken?: Secret },
  ): Promise<Revocation> {
    return revokeGrant(await this.contextOf(connection), tokens);
  }
}

/** What a failed call to a provider means to a person; nothing of the answer but its short reason. */
function tokenCallError(error: unknown, { id, provider }: Pick<Connection, 'id' | 'provider'>): HubError {
  const details: ErrorDetails = { connectionId: id, provider };
  if (error instanceof HubError) return error;
  if (error instanceof OAuthError) {
    const reason = error.description ? { reason: error.description } : {};
    const code = error.hubCode === 'provider_misconfigured' ? 'provider_misconfigured' : 'provider_unavailable';
    return new HubError(code, error.message, { ...details, ...reason });
  }
  if (error instanceof EgressError) return unanswered(error, details);
  throw error;
}
