import { Injectable } from '@nestjs/common';
import { HubError, type ReplyInput, type createSecret } from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, Ids } from '@switchboard/nest-kit';
import { Secret } from '@switchboard/vault';
import { Changes } from '../core/changes.ts';
import { type EnvelopeOwner, Vault } from '../credentials/vault.ts';
import { StoredSecret } from './secret.entity.ts';

type View = ReplyInput<typeof createSecret>;

/** Third-party keys: they can be replaced and destroyed, never read back (D-4, V-11). */
@Injectable()
export class SecretsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async list({ claims }: Caller): Promise<View[]> {
    const { hubId, memberId } = claims;
    const rows = await this.database.forMember(claims, (manager) =>
      manager.getRepository(StoredSecret).find({ where: { hubId, memberId }, order: { name: 'ASC' } }),
    );
    return rows.map(secretView);
  }

  /** @throws HubError `conflict` for a name that is taken. */
  create({ name, value }: { name: string; value: string }, caller: Caller): Promise<View> {
    const { hubId, memberId } = caller.claims;
    return this.changes.commit(async (manager) => {
      const id = this.ids.uuid();
      const { lastFour } = new Secret(value);
      const rows = manager.getRepository(StoredSecret);
      const insert = manager.createQueryBuilder().insert().into(StoredSecret);
      await insert.values({ id, hubId, memberId, name, lastFour, version: 1 }).orIgnore().execute();
      const row = await rows.findOneBy({ id });
      if (!row) throw new HubError('conflict', `There is a secret called ${name} already.`);
      await this.vault.write(manager, ownerOf(row), 'secret', value);
      await appendAudit(manager, actorOf(caller), { event: 'secret.created', outcome: 'ok', subject: id });
      return secretView(row);
    });
  }

  /** @throws HubError `not_found`. */
  replace(id: string, value: string, caller: Caller): Promise<View> {
    const { hubId, memberId } = caller.claims;
    return this.changes.commit(async (manager) => {
      const rows = manager.getRepository(StoredSecret);
      const row = await rows.findOne({ where: { id, hubId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new HubError('not_found', 'There is no such secret.');
      const { lastFour } = new Secret(value);
      const version = row.version + 1;
      await rows.update({ id, hubId, memberId }, { lastFour, version, rotatedAt: () => 'clock_timestamp()' });
      await this.vault.write(manager, ownerOf({ ...row, version }), 'secret', value);
      await appendAudit(manager, actorOf(caller), { event: 'secret.replaced', outcome: 'ok', subject: id });
      return secretView(await rows.findOneByOrFail({ id }));
    });
  }

  /** @throws HubError `not_found`. */
  async delete(id: string, caller: Caller): Promise<void> {
    const { hubId, memberId } = caller.claims;
    await this.changes.commit(async (manager) => {
      const { affected } = await manager.getRepository(StoredSecret).delete({ id, hubId, memberId });
      if (!affected) throw new HubError('not_found', 'There is no such secret.');
      await this.vault.shred(manager, id);
      await appendAudit(manager, actorOf(caller), { event: 'secret.shredded', outcome: 'ok', subject: id });
    });
    await this.vault.keepShredded([id]);
  }
}

const ownerOf = ({ id, hubId, memberId, version }: StoredSecret): EnvelopeOwner => ({
  id,
  hubId,
  memberId,
  provider: '',
  environment: 'live',
  version,
});

const secretView = ({ id, name, lastFour, createdAt, rotatedAt }: StoredSecret): View => ({
  id,
  name,
  lastFour,
  createdAt: createdAt.toISOString(),
  ...(rotatedAt && { rotatedAt: rotatedAt.toISOString() }),
});
