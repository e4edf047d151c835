import { Injectable } from '@nestjs/common';
import { type createSecret, HubError, type RequestOf, type SecretView } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, Ids } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import { type EntityManager, In } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { KeyConnectionsService } from '../connections/key-connections.service.ts';
import { Changes } from '../core/changes.ts';
import { Vault } from '../credentials/vault.ts';
import { type CheckedAt, SecretChecks } from './secret-checks.ts';
import { StoredSecret } from './secret.entity.ts';
import { envelopeOwnerOf } from './secret-values.ts';
import { secretViews } from './secret-view.ts';

const live = In<Connection['status']>(['active', 'reconnect_required']);

/** Third-party keys: tried at their service, replaced and destroyed, never read back (D-4, V-11). */
@Injectable()
export class SecretsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly vault: Vault,
    private readonly checks: SecretChecks,
    private readonly connections: KeyConnectionsService,
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
      await appendAudit(manager, actorOf(caller), { event: 'secret.created', outcome: 'ok', subject: id });
    });
    return this.view(id, caller);
  }

  /**
   * Replaces it, and the key of every connection made with it; nothing where one of them does not accept it.
   * @throws HubError `not_found`, `account_mismatch`, and what a live check throws.
   */
  async replace(id: string, value: string, caller: Caller): Promise<SecretView> {
    const { row, connections } = await this.own(id, caller);
    const at = checkedAt(row);
    const opened = at && (await this.checks.open(at, value));
    for (const { id: connectionId } of connections)
      await this.connections.replace({ connectionId: connectionId as never, key: value }, caller, id);
    await this.changes.commit(async (manager) => {
      const rows = manager.getRepository(StoredSecret);
      const { hubId, memberId } = row;
      const locked = await rows.findOne({ where: { id, hubId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!locked) throw new HubError('not_found', 'There is no such secret.');
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
        details: { connections: connections.length },
      });
    });
    return this.view(id, caller);
  }

  /** Tries it as it is stored. @throws HubError `not_found`. */
  async test(id: string, caller: Caller): Promise<SecretView> {
    const { row } = await this.own(id, caller);
    const value = await this.database.asService((manager) => this.vault.read(manager, envelopeOwnerOf(row), 'secret'));
    const found = await this.checks.look(checkedAt(row), value?.reveal() ?? '');
    await this.changes.commit(async (manager) => {
      await remember(manager, row, found);
      await appendAudit(manager, actorOf(caller), {
        event: 'secret.tested',
        outcome: found.result === 'refused' ? 'failed' : 'ok',
        subject: id,
        details: { result: found.result },
      });
    });
    return this.view(id, caller);
  }

  /** @throws HubError `not_found`, `conflict` while connections use it. */
  async delete(id: string, caller: Caller): Promise<void> {
    const { row, connections } = await this.own(id, caller);
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
      await appendAudit(manager, actorOf(caller), { event: 'secret.shredded', outcome: 'ok', subject: id });
    });
    await this.vault.keepShredded([id]);
  }

  private own(id: string, { claims }: Caller): Promise<{ row: StoredSecret; connections: Connection[] }> {
    const { hubId, memberId } = claims;
    return this.database.forMember(claims, async (manager) => {
      const row = await manager.getRepository(StoredSecret).findOneBy({ id, hubId, memberId });
      if (!row) throw new HubError('not_found', 'There is no such secret.');
      return { row, connections: await manager.getRepository(Connection).findBy({ secretId: id, status: live }) };
    });
  }

  private async view(id: string, caller: Caller): Promise<SecretView> {
    const { row } = await this.own(id, caller);
    const [view] = await this.database.forMember(caller.claims, (manager) => secretViews(manager, [row]));
    return view as SecretView;
  }
}

function checkedAt({ provider, method, settings }: StoredSecret): CheckedAt | undefined {
  return provider ? { provider, settings, ...(method && { method }) } : undefined;
}

const worksFor = (account: string | null): string =>
  account ? `It opens the account ${account}.` : 'The service accepts it.';

const account = (opened: { readonly account: string | null }) => (opened.account ? { account: opened.account } : {});

async function remember(
  manager: EntityManager,
  { id, hubId, memberId }: StoredSecret,
  found: { result: NonNullable<StoredSecret['checkResult']>; message: string; account?: string },
): Promise<void> {
  await manager.getRepository(StoredSecret).update(
    { id, hubId, memberId },
    {
      checkResult: found.result,
      checkMessage: found.message,
      checkedAt: () => 'clock_timestamp()',
      ...(found.account && { account: found.account }),
    },
  );
}
