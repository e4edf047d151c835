import { Injectable } from '@nestjs/common';
import { type Environment, HubError } from '@switchboard/contracts';
import { Egress, EgressError, type Revealable } from '@switchboard/egress';
import { Clock } from '@switchboard/nest-kit';
import {
  exchangeAssertion,
  type Identity,
  OAuthError,
  readAccount,
  readServiceAccountKey,
  type TokenAnswer,
} from '@switchboard/oauth';
import { fill, type ServiceAccountDeclaration, valuesOf } from '@switchboard/provider-kit';
import type { Connection } from '../connections/connection.entity.ts';
import { Catalog, type Chosen } from '../core/catalog.ts';
import { identityOf, type SettingValues } from '../methods/protocol.ts';

/** A service account's key at work for one person. */
export interface Acting {
  readonly chosen: Chosen<ServiceAccountDeclaration>;
  readonly settings: SettingValues;
  readonly environment: Environment;
  readonly scopes: readonly string[];
}

/** Makes access from a service account's key, for the person it acts for (RFC 7523). */
@Injectable()
export class ServiceAccounts {
  constructor(
    private readonly egress: Egress,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  /** Sandbox where a stand-in answers for the token endpoint. */
  environmentOf(chosen: Chosen<ServiceAccountDeclaration>, settings: SettingValues): Environment {
    return this.egress.originMap.target(new URL(endpointOf(chosen, settings)).origin) ? 'sandbox' : 'live';
  }

  /** Undefined where the connection was made in another way. */
  actingFor({ provider, method, settings, environment, grantedScopes }: Connection): Acting | undefined {
    const declaration = this.catalog.methodOf({ provider, method });
    if (declaration?.kind !== 'serviceAccount') return undefined;
    const chosen = { provider: this.catalog.find(provider), method, declaration };
    return { chosen, settings, environment, scopes: grantedScopes };
  }

  /** @throws HubError that says what to do, with `code` for whatever the provider refuses; EgressError. */
  async exchange(acting: Acting, keyFile: Revealable, code: RefusalCode = 'provider_rejected'): Promise<TokenAnswer> {
    const { chosen, settings, scopes } = acting;
    const actsFor = settings[chosen.declaration.actsFor] ?? '';
    const assertion = { tokenEndpoint: endpointOf(chosen, settings), actsFor, scopes };
    const context = { ...this.contextOf(acting), now: () => this.clock.now() };
    return exchangeAssertion(context, keyFile, assertion).catch((error: unknown) => {
      throw refusalOf(error, acting, keyFile, code);
    });
  }

  /** Whose account the access opens. @throws OAuthError, EgressError. */
  async identity(acting: Acting, accessToken: Revealable): Promise<Identity> {
    const { chosen, settings } = acting;
    const { subject, ...said } = await readAccount(this.contextOf(acting), identityOf(chosen, settings), accessToken);
    if (subject === undefined) throw new OAuthError('invalid_answer');
    const email = settings[chosen.declaration.actsFor];
    return { ...(email !== undefined && { email }), ...said, subject };
  }

  private contextOf({ chosen, environment }: Acting) {
    return { egress: this.egress, providerId: chosen.provider.id, environment };
  }
}

type RefusalCode = 'provider_rejected' | 'provider_misconfigured';

const endpointOf = ({ provider, declaration }: Chosen<ServiceAccountDeclaration>, settings: SettingValues): string =>
  fill(declaration.tokenEndpoint, valuesOf(settings, provider.tables));

/** What an administrator has to do, where the provider does not let the service account act for the person. */
function refusalOf(error: unknown, { chosen, settings, scopes }: Acting, keyFile: Revealable, code: RefusalCode) {
  if (error instanceof EgressError || !(error instanceof OAuthError)) return error;
  if (error.code === 'invalid_client') return new HubError('input_invalid', notAKey.message, { errors: [notAKey] });
  const { provider, declaration } = chosen;
  const person = settings[declaration.actsFor] ?? 'that person';
  const client = readServiceAccountKey(keyFile.reveal())?.client_id ?? '';
  const message = {
    unauthorized_client: `This service account may not act for ${person}. An administrator of the organisation has to allow it by domain-wide delegation, for the client id ${client} and the scopes ${scopes.join(', ')}.`,
    invalid_grant: `${provider.title} does not accept this key for ${person}. Is the key still there, and the mail address right?`,
  }[error.code as string];
  const reason = error.description === undefined ? {} : { reason: error.description };
  return new HubError(code, message ?? error.message, { provider: provider.id, ...reason }, { cause: error });
}

const notAKey = { path: '/key', message: 'That is not the JSON key of a service account.' };
