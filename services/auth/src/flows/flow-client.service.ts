import { type Environment, HubError } from '@switchboard/contracts';
import { Egress, EgressError } from '@switchboard/egress';
import { Database } from '@switchboard/nest-kit';
import { type CallContext, type Discovered, discoverIssuer, OAuthError } from '@switchboard/oauth';
import type { Revealable } from '@switchboard/egress';
import { Injectable } from '@nestjs/common';
import { Secret } from '@switchboard/vault';
import type { Connection } from '../connections/connection.entity.ts';
import type { Chosen, ConsentDeclaration } from '../core/catalog.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import type { SettingValues } from '../methods/protocol.ts';
import { ClientsService } from '../providers/clients.service.ts';

/** Who speaks for the hub in one flow, and the settings as the service completed them. */
export interface FlowClient {
  readonly environment: Environment;
  readonly clientId: string;
  readonly clientSecret?: Revealable;
  readonly settings: SettingValues;
}

export interface OwnClient {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/** Finds the client of a flow: the hub's registration, or the one that the person registered at a service themselves. */
@Injectable()
export class FlowClientService {
  constructor(
    private readonly clients: ClientsService,
    private readonly grants: GrantStore,
    private readonly database: Database,
    private readonly egress: Egress,
  ) {}

  /** @throws HubError `provider_not_set_up`, `input_invalid`, `conflict`, `provider_rejected`. */
  async find(
    chosen: Chosen<ConsentDeclaration>,
    settings: SettingValues,
    own: OwnClient,
    target: Connection | undefined,
  ): Promise<FlowClient> {
    const { declaration } = chosen;
    if (declaration.kind === 'oauth2' && declaration.client === 'connection')
      return this.brought(chosen, settings, own, target);
    const client = target
      ? await this.registered(chosen, target)
      : await this.clients.require(chosen.provider, chosen.method);
    return { ...client, settings };
  }

  /** The client of the connection's own environment; after it was replaced, the new one of the same environment. */
  private async registered({ provider, method }: Chosen, target: Connection) {
    const same = await this.clients.of({ ...target, method });
    if (same) return same;
    const current = await this.clients.require(provider, method);
    if (current.environment !== target.environment)
      throw new HubError(
        'conflict',
        `This account was connected in the ${target.environment}. Connect it again as a new one.`,
      );
    return current;
  }

  private async brought(
    chosen: Chosen<ConsentDeclaration>,
    settings: SettingValues,
    own: OwnClient,
    target: Connection | undefined,
  ): Promise<FlowClient> {
    const clientId = own.clientId ?? target?.clientId;
    if (!clientId) throw missing('clientId');
    const kept = target && (own.clientId === undefined || own.clientId === target.clientId) ? target : undefined;
    const clientSecret =
      own.clientSecret === undefined
        ? kept && (await this.database.asService((manager) => this.grants.read(manager, kept, 'client_secret')))
        : new Secret(own.clientSecret);
    const environment = target?.environment ?? this.environmentOf(chosen, settings);
    const known = target ? settings : await this.completed(chosen, settings, environment);
    return { environment, clientId, ...(clientSecret && { clientSecret }), settings: known };
  }

  /** Settings with what the issuer tells of itself; asked once, before the person leaves. */
  private async completed(
    { provider, declaration }: Chosen<ConsentDeclaration>,
    settings: SettingValues,
    environment: Environment,
  ): Promise<SettingValues> {
    const from = declaration.kind === 'oauth2' ? declaration.discoversFrom : undefined;
    const issuer = from === undefined ? undefined : settings[from];
    if (from === undefined || issuer === undefined) return settings;
    const context: CallContext = { egress: this.egress, providerId: provider.id, environment, personAddresses: true };
    const found = await discoverIssuer(context, issuer).catch((cause: unknown) => {
      throw discoveryFailed(from, cause);
    });
    return { ...discovered(found), ...settings };
  }

  /** Sandbox where a stand-in answers for the service. */
  private environmentOf({ declaration }: Chosen<ConsentDeclaration>, settings: SettingValues): Environment {
    const from = declaration.kind === 'oauth2' ? (declaration.discoversFrom ?? '') : '';
    const address = settings[from] ?? settings['tokenEndpoint'] ?? '';
    return URL.canParse(address) && this.egress.originMap.target(new URL(address).origin) ? 'sandbox' : 'live';
  }
}

const discovered = ({ issuer: _, clientAuth, issParameter, ...endpoints }: Discovered): SettingValues => ({
  ...endpoints,
  clientAuth,
  issParameter: String(issParameter),
});

const missing = (name: string): HubError =>
  new HubError('input_invalid', undefined, { errors: [{ path: `/${name}`, message: 'This is needed.' }] });

function discoveryFailed(setting: string, cause: unknown): unknown {
  if (!(cause instanceof OAuthError) && !(cause instanceof EgressError)) return cause;
  const message =
    cause instanceof OAuthError && cause.code === 'issuer_mismatch'
      ? 'The service there names another issuer.'
      : 'The service there does not describe itself. Fill in its endpoints by hand, or check the address.';
  const refused = cause instanceof EgressError && cause.kind === 'refused' ? cause.message : message;
  return new HubError(
    'input_invalid',
    undefined,
    { errors: [{ path: `/settings/${setting}`, message: refused }] },
    { cause },
  );
}
