import { Injectable } from '@nestjs/common';
import { type ConnectionId, HubError, type SecretView } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import type { EntityManager } from 'typeorm';
import type { Connection } from '../connections/connection.entity.ts';
import { KeyConnectionsService } from '../connections/key-connections.service.ts';
import { KeyStore } from '../connections/key-store.ts';
import { Changes } from '../core/changes.ts';
import { Vault } from '../credentials/vault.ts';
import { SecretChecks, worksFor } from './secret-checks.ts';
import { checkedAt, connectionsWith, ownSecret, ownSecretView, remember } from './secret-rows.ts';
import { StoredSecret } from './secret.entity.ts';
import { envelopeOwnerOf } from './secret-values.ts';

/** Puts another key in the place of a stored one, with all that was made with it. */
@Injectable()
export class SecretReplacing {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly vault: Vault,
    private readonly checks: SecretChecks,
    private readonly connections: KeyConnectionsService,
    private readonly keys: KeyStore,
  ) {}

  /**
   * Replaces it and the key of every connection made with it: all in one transaction, after each of them accepted it.
   * @throws HubError `not_found`, `account_mismatch`, `conflict` where a connection came meanwhile, and what a live check throws.
   */
  async replace(id: string, value: string, caller: Caller): Promise<SecretView> {
    const { row, connections } = await ownSecret(this.database, id, caller);
    const at = checkedAt(row);
    const opened = at && (await this.checks.open(at, value));
    const tried = await this.tryEach(connections, value, caller, id);
    await this.changes.commit(async (manager) => {
      const rows = manager.getRepository(StoredSecret);
      const { hubId, memberId } = row;
      const locked = await rows.findOne({ where: { id, hubId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw new HubError('not_found', 'There is no such secret.');
      await allTried(manager, id, tried);
      for (const one of tried) await this.keys.storeIn(manager, one, caller);
      const { lastFour } = new Secret(value);
      const version = locked.version + 1;
      await rows.update({ id }, { lastFour, version, rotatedAt: () => 'clock_timestamp()' });
      await this.vault.write(manager, envelopeOwnerOf({ ...locked, version }), 'secret', value);
      if (opened)
        await remember(manager, locked, { result: 'works', message: worksFor(opened.account), ...account(opened) });
      await appendAudit(manager, actorOf(caller), {
        event: 'secret.replaced',
        outcome: 'ok',
        subject: id,
        details: { name: locked.name, connections: tried.length },
      });
    });
    return ownSecretView(this.database, id, caller);
  }

  /** In the order of their ids, so that two that replace never wait for each other in a ring. */
  private tryEach(connections: readonly Connection[], key: string, caller: Caller, secretId: string) {
    const sorted = connections.map(({ id }) => id).toSorted();
    return Promise.all(
      sorted.map((id) => this.connections.tryFor({ connectionId: id as ConnectionId, key }, caller, secretId)),
    );
  }
}

const account = (opened: { readonly account: string | null }) => (opened.account ? { account: opened.account } : {});

/** @throws HubError `conflict` where the secret has another connection by now than those it was tried for. */
async function allTried(
  manager: EntityManager,
  secretId: string,
  tried: readonly { readonly into: Connection }[],
): Promise<void> {
  const now = await connectionsWith(manager, secretId);
  const known = new Set(tried.map(({ into }) => into.id));
  if (now.some(({ id }) => !known.has(id)))
    throw new HubError('conflict', 'An account was connected with this secret meanwhile. Try again.');
}
