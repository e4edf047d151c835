import { Injectable } from '@nestjs/common';
import { type ErrorDetails, HubError } from '@switchboard/contracts';
import { Egress, EgressError } from '@switchboard/egress';
import { Clock } from '@switchboard/nest-kit';
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
import { Catalog } from '../core/catalog.ts';
import { ClientsService } from '../providers/clients.service.ts';

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
    private readonly clock: Clock,
  ) {}

  /** @throws HubError `provider_misconfigured` where the client that made the grant is not set up any more. */
  async contextOf(connection: Pick<Connection, 'provider' | 'environment' | 'clientId'>): Promise<OAuthContext> {
    const { oauth, provider } = this.catalog.oauth(connection.provider);
    const client = await this.clients.of(connection);
    if (!client)
      throw new HubError(
        'provider_misconfigured',
        `The client that this account was connected with is not set up for ${provider.title} any more. Connect it again.`,
        { provider: provider.id },
      );
    return this.context(provider.id, oauth, client, connection.environment);
  }

  context(
    providerId: string,
    oauth: OAuthContext['oauth'],
    client: OAuthContext['client'],
    environment: Connection['environment'],
  ): OAuthContext {
    return { egress: this.egress, providerId, oauth, client, environment, now: () => this.clock.now() };
  }

  /** Sends the refresh token once. */
  async refresh(connection: Connection, refreshToken: Secret): Promise<RefreshOutcome> {
    let answered = false;
    try {
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
        await verifyIdToken(context, this.keys, tokens.idToken, { subject: connection.subject });
      return { kind: 'tokens', tokens };
    } catch (error) {
      if (error instanceof OAuthError && error.code === 'invalid_grant') return { kind: 'ended' };
      const garbled = error instanceof OAuthError && error.code === 'invalid_answer';
      const unanswered = error instanceof EgressError && error.mayHaveArrived && !answered;
      return { kind: garbled || unanswered ? 'lost' : 'failed', error: tokenCallError(error, connection) };
    }
  }

  async identity(connection: Connection, accessToken: Secret): Promise<Identity> {
    return readIdentity(await this.contextOf(connection), accessToken);
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
  if (error instanceof EgressError) {
    const wait = error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: Math.ceil(error.retryAfterSeconds) };
    return new HubError('provider_unavailable', undefined, { ...details, ...wait }, { cause: error });
  }
  throw error;
}
