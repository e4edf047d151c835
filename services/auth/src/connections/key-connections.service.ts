import { Injectable } from '@nestjs/common';
import {
  type Connection as ConnectionView,
  type createKeyConnection,
  HubError,
  type replaceConnectionKey,
  type RequestOf,
} from '@switchboard/contracts';
import { type Caller, Database } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import { Catalog } from '../core/catalog.ts';
import { settingsOf } from '../methods/settings.ts';
import { PicturesService } from '../pictures/pictures.service.ts';
import { settingsFor } from '../secrets/secret-place.ts';
import { SecretValues } from '../secrets/secret-values.ts';
import type { Connection } from './connection.entity.ts';
import { ConnectionsService } from './connections.service.ts';
import { featuresToAsk } from './features.ts';
import { type KeyAsked, KeyProofs } from './key-proofs.ts';
import { KeyStore, type TriedKey } from './key-store.ts';
import { refuseLimited } from './refuse-limited.ts';

/** The methods by which a person brings a key instead of consenting. */
export const keyKinds = ['apiKey', 'serviceAccount'] as const;

/** Connects accounts of providers that give people a key. */
@Injectable()
export class KeyConnectionsService {
  constructor(
    private readonly catalog: Catalog,
    private readonly proofs: KeyProofs,
    private readonly keys: KeyStore,
    private readonly secrets: SecretValues,
    private readonly connections: ConnectionsService,
    private readonly pictures: PicturesService,
    private readonly database: Database,
  ) {}

  /** Tries the key at the provider before anything is kept. @throws HubError with a code listed in `createKeyConnection.errors`. */
  async create(request: RequestOf<typeof createKeyConnection>, caller: Caller): Promise<ConnectionView> {
    refuseLimited(caller);
    const { provider, secretId } = request;
    const stored = secretId === undefined ? undefined : await this.secrets.of(secretId, provider, caller);
    const key = stored?.value.reveal() ?? request.key;
    if (key === undefined) throw needed();
    const chosen = this.catalog.method(provider, keyKinds, request.method ?? stored?.method);
    const settings = stored ? settingsFor(chosen, stored, request.settings) : settingsOf(chosen, request.settings);
    const features = featuresToAsk(chosen.declaration, request.features);
    const from = stored && { secretId, secretVersion: stored.version };
    return this.keep({ chosen, settings, features, ...from }, key, caller);
  }

  /** Puts another key in place; everything else of the connection stays. @throws HubError with a code listed in `replaceConnectionKey.errors`. */
  async replace(request: RequestOf<typeof replaceConnectionKey>, caller: Caller): Promise<ConnectionView> {
    return this.stored(await this.tryFor(request, caller), caller);
  }

  /**
   * Tries another key for a connection; nothing is kept.
   * @param secretId the stored secret it comes from. @throws HubError with a code listed in `replaceConnectionKey.errors`.
   */
  async tryFor(
    { connectionId, key }: RequestOf<typeof replaceConnectionKey>,
    caller: Caller,
    secretId?: string,
  ): Promise<TriedKey & { readonly into: Connection }> {
    const row = await this.database.forCaller(caller, (manager) => this.connections.own(manager, connectionId, caller));
    const chosen = this.catalog.method(row.provider, keyKinds, row.method);
    const features = featuresToAsk(chosen.declaration, row.requestedFeatures);
    const asked = { chosen, settings: row.settings, features, ...(secretId !== undefined && { secretId }) };
    const proof = await this.proofs.prove(asked, new Secret(key));
    if (proof.environment !== row.environment)
      throw new HubError(
        'conflict',
        'This address is served by another side than when it was connected. Connect it anew.',
      );
    if (chosen.declaration.identity.subject !== undefined && proof.identity.subject !== row.subject)
      throw mismatch(row, proof.identity.email ?? proof.identity.name ?? proof.identity.subject);
    return { asked, proof, key, into: row };
  }

  private async keep(asked: KeyAsked, key: string, caller: Caller): Promise<ConnectionView> {
    const proof = await this.proofs.prove(asked, new Secret(key));
    return this.stored({ asked, proof, key }, caller);
  }

  private async stored(tried: TriedKey, caller: Caller): Promise<ConnectionView> {
    const id = await this.keys.store(tried, caller);
    const { environment, identity } = tried.proof;
    const { hubId, memberId } = caller.claims;
    const connection = { id, hubId, memberId, provider: tried.asked.chosen.provider.id, environment };
    this.pictures.follow(connection, identity.picture, caller.traceId);
    return this.connections.view(id, caller);
  }
}

const needed = (): HubError =>
  new HubError('input_invalid', undefined, { errors: [{ path: '/key', message: 'This is needed.' }] });

const mismatch = (
  row: { id: string; provider: string; email: string | null; label: string },
  other: string,
): HubError =>
  new HubError(
    'account_mismatch',
    `This key belongs to ${other}, but the connection is for ${row.email ?? row.label}. Nothing was changed.`,
    { connectionId: row.id, provider: row.provider },
  );
