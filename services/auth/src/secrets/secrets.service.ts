import { Injectable } from '@nestjs/common';
import { type createSecret, HubError, type RequestOf, type SecretView } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, Ids } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import { Changes } from '../core/changes.ts';
import { Vault } from '../credentials/vault.ts';
import { SecretChecks, worksFor } from './secret-checks.ts';
import { checkedAt, ownSecret, ownSecretView, remember } from './secret-rows.ts';
import { StoredSecret } from './secret.entity.ts';
import { envelopeOwnerOf } from './secret-values.ts';
import { secretViews } from './secret-view.ts';

/** Third-party keys: tried at their service, kept and destroyed, never read back (D-4, V-11). */
@Injectable()
export class SecretsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly vault: Vault,
    private readonly checks: SecretChecks,
    private readonly ids: Ids,
  ) {}

  async list({ claims }: Caller): Promise<SecretView[]> {
    const { hubId, memberId } = claims;
    return this.database.forMember(claims, async (manager) =>
      secretViews(
        manager,
        await manager.getRepository(StoredSecret).find({ where: { hubId, memberId }, order: { name: 'ASC' } }),
      ),
    );
  }

  /** Of a known service it is tried first. @throws HubError `conflict` for a name that is taken, and what a live check throws. */
  async create(
    { name, value, provider, method, settings }: RequestOf<typeof createSecret>,
    caller: Caller,
  ): Promise<SecretView> {
    const { hubId, memberId } = caller.claims;
    const opened = provider && (await this.checks.open({ provider, settings, ...(method && { method }) }, value));
    const id = this.ids.uuid();
    await this.changes.commit(async (manager) => {
      const { lastFour } = new Secret(value);
      const known = opened
        ? { provider, method: opened.method, settings: opened.settings, account: opened.account }
        : {};
      const insert = manager.createQueryBuilder().insert().into(StoredSecret);
      await insert
        .values({ id, hubId, memberId, name, lastFour, version: 1, ...known })
        .orIgnore()
        .execute();
      const row = await manager.getRepository(StoredSecret).findOneBy({ id });
      if (!row) throw new HubError('conflict', `There is a secret called ${name} already.`);
      await this.vault.write(manager, envelopeOwnerOf(row), 'secret', value);
      if (opened) await remember(manager, row, { result: 'works', message: worksFor(opened.account) });
      await appendAudit(manager, actorOf(caller), {
        event: 'secret.created',
        outcome: 'ok',
        subject: id,
        details: { name },
      });
    });
    return this.view(id, caller);
  }

  /** Tries it as it is stored. @throws HubError `not_found`. */
  async test(id: string, caller: Caller): Promise<SecretView> {
    const { row } = await ownSecret(this.database, id, caller);
    const value = await this.database.asService((manager) => this.vault.read(manager, envelopeOwnerOf(row), 'secret'));
    const found = await this.checks.look(checkedAt(row), value?.reveal() ?? '');
    await this.changes.commit(async (manager) => {
      await remember(manager, row, found);
      await appendAudit(manager, actorOf(caller), {
        event: 'secret.tested',
        outcome: found.result === 'refused' ? 'failed' : 'ok',
        subject: id,
        details: { name: row.name, result: found.result },
      });
    });
    return this.view(id, caller);
  }

  /** @throws HubError `not_found`, `conflict` while connections use it. */
  async delete(id: string, caller: Caller): Promise<void> {
    const { row, connections } = await ownSecret(this.database, id, caller);
    const labels = connections
      .map(({ label }) => label)
      .join(', ')
      .slice(0, 200);
    if (labels) throw new HubError('conflict', `${row.name} is the key of ${labels}. Disconnect that first.`);
    const { hubId, memberId } = caller.claims;
    await this.changes.commit(async (manager) => {
      const { affected } = await manager.getRepository(StoredSecret).delete({ id, hubId, memberId });
      if (!affected) throw new HubError('not_found', 'There is no such secret.');
      await this.vault.shred(manager, id);
      await appendAudit(manager, actorOf(caller), {
        event: 'secret.shredded',
        outcome: 'ok',
        subject: id,
        details: { name: row.name },
      });
    });
    await this.vault.keepShredded([id]);
  }

  private view(id: string, caller: Caller): Promise<SecretView> {
    return ownSecretView(this.database, id, caller);
  }
}
