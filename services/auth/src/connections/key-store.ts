import { Injectable } from '@nestjs/common';
import { HubError } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Ids } from '@switchboard/nest-kit';
import { type EntityManager, In, Not } from 'typeorm';
import { Changes } from '../core/changes.ts';
import { timeAfter } from '../core/database-time.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import { Connection } from './connection.entity.ts';
import { makeDefault } from './defaults.ts';
import { containedFeatures, grantedFeatures } from './features.ts';
import type { KeyAsked, KeyProof } from './key-proofs.ts';
import { lockAccount } from './lock-account.ts';
import { addToTimeline } from './timelines.ts';

const live = In<Connection['status']>(['active', 'reconnect_required']);

/** A key that its provider accepts. */
export interface TriedKey {
  readonly asked: KeyAsked;
  readonly proof: KeyProof;
  readonly key: string;
  /** The connection whose key it replaces. */
  readonly into?: Connection;
}

/** Keeps a key that was tried: as a new connection, or in place of the one it replaces. */
@Injectable()
export class KeyStore {
  constructor(
    private readonly grants: GrantStore,
    private readonly changes: Changes,
    private readonly ids: Ids,
  ) {}

  /**
   * Without a connection to put it into, it is put into that of the same account, or a new one.
   * @returns the connection's id. @throws HubError `connection_unknown`, `account_mismatch`, `conflict`.
   */
  store(tried: TriedKey, caller: Caller): Promise<string> {
    return this.changes.commit((manager) => this.storeIn(manager, tried, caller));
  }

  /** The same in a transaction of the caller's, which holds everything or nothing of it. */
  async storeIn(manager: EntityManager, { asked, proof, key, into }: TriedKey, caller: Caller): Promise<string> {
    const { hubId, memberId } = caller.claims;
    const provider = asked.chosen.provider.id;
    const { environment, identity } = proof;
    const { method } = asked.chosen;
    const mine = { hubId, memberId, provider, method, environment };
    await holdSecret(manager, asked);
    await lockAccount(manager, { ...mine, subject: identity.subject });
    const rows = manager.getRepository(Connection);
    const where = into ? { id: into.id, status: live } : { ...mine, subject: identity.subject, status: live };
    const old = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
    if (into && !old) throw new HubError('connection_unknown');
    const taken = { ...mine, subject: identity.subject, status: live };
    if (into && (await rows.existsBy({ ...taken, id: Not(into.id) })))
      throw new HubError('conflict', 'Another connection of yours has this key already.');
    const id = old?.id ?? this.ids.uuid();
    const state = await this.stateOf(manager, asked, proof);
    if (old) await rows.update({ id }, { ...state, credentialVersion: old.credentialVersion + 1 });
    else
      await rows.insert({
        ...mine,
        ...state,
        id,
        clientId: null,
        label: labelOf(asked, proof),
        credentialVersion: 1,
      });
    const row = await rows.findOneByOrFail({ id });
    if (proof.tokens) await this.grants.seal(manager, row, proof.tokens);
    else await this.grants.sealKey(manager, row, key);
    await makeDefault(manager, caller.claims, id, row.features, { replace: false });
    await addToTimeline(manager, row, old ? 'reconnected' : 'connected', row.features.join(', ') || undefined);
    await this.changes.connection(manager, row, old ? 'changed' : 'connected', caller.traceId);
    await appendAudit(manager, actorOf(caller), {
      event: old ? 'connection.reconnected' : 'connection.connected',
      outcome: 'ok',
      subject: id,
      details: { provider, environment, method: row.method, features: row.features },
    });
    return id;
  }

  private async stateOf(manager: EntityManager, { chosen, settings, features, secretId }: KeyAsked, proof: KeyProof) {
    const { identity, tokens } = proof;
    const scopes = [...(tokens?.scopes ?? [])];
    const expiresIn = tokens?.expiresIn;
    return {
      method: chosen.method,
      secretId: secretId ?? null,
      settings: { ...settings },
      subject: identity.subject,
      email: identity.email ?? null,
      accountName: identity.name ?? null,
      requestedFeatures: [...features],
      features: tokens
        ? grantedFeatures(chosen.declaration, scopes, features)
        : containedFeatures(chosen.declaration, features),
      grantedScopes: scopes,
      status: 'active' as const,
      statusReason: null,
      issuedAt: () => 'clock_timestamp()',
      consentedAt: () => 'clock_timestamp()',
      updatedAt: () => 'clock_timestamp()',
      accessExpiresAt: expiresIn === undefined ? null : await timeAfter(manager, expiresIn),
    };
  }
}

/** Holds the secret that a key comes from, so that it is not replaced meanwhile. @throws HubError `conflict` where it was. */
async function holdSecret(manager: EntityManager, { secretId, secretVersion }: KeyAsked): Promise<void> {
  if (secretVersion === undefined) return;
  const held = (await manager.query('SELECT 1 FROM auth.secret WHERE id = $1 AND version = $2 FOR SHARE', [
    secretId,
    secretVersion,
  ])) as unknown[];
  if (held.length === 0) throw new HubError('conflict', 'The secret was replaced meanwhile. Try again.');
}

const labelOf = ({ chosen }: KeyAsked, { identity }: KeyProof): string =>
  (identity.email ?? identity.name ?? chosen.provider.title).slice(0, 128);
