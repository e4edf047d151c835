import { Inject, Injectable } from '@nestjs/common';
import { type DisconnectReceipt, HubError } from '@switchboard/contracts';
import { type Actor, actorOf, appendAudit, type Caller, Clock, Database, LOG, type Log } from '@switchboard/nest-kit';
import type { AuthMethod } from '@switchboard/provider-kit';
import { type EntityManager, In } from 'typeorm';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { GrantStore } from '../credentials/grant-store.ts';
import { TokenCalls } from '../credentials/token-calls.ts';
import { Vault } from '../credentials/vault.ts';
import { closeNotices } from '../notices/raise.ts';
import { Connection } from './connection.entity.ts';
import { passOnDefaults } from './defaults.ts';
import { endSteps, receiptOf, revokeStep, type Revoked } from './receipt.ts';
import { addToTimeline } from './timelines.ts';

/** Tries before the hub stops asking the provider: with doubling waits, about a day and a half. */
const mostAttempts = 12;

/** Ends connections: revoked upstream first, then shredded; what fails is tried again where it can be seen (O-14). */
@Injectable()
export class DisconnectService {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly changes: Changes,
    private readonly grants: GrantStore,
    private readonly calls: TokenCalls,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws HubError `connection_unknown`. */
  async disconnect(id: string, caller: Caller): Promise<DisconnectReceipt> {
    const { hubId, memberId, connectionId } = caller.claims;
    if (connectionId && connectionId !== id) throw new HubError('connection_unknown');
    return this.end(id, { hubId, memberId }, actorOf(caller));
  }

  /** Ends every connection of a member who leaves. */
  async disconnectAll(owner: { hubId: string; memberId: string }, actor: Actor): Promise<void> {
    const rows = await this.database.asService((manager) =>
      manager.getRepository(Connection).find({
        where: { ...owner, status: In(['active', 'reconnect_required', 'revocation_pending']) },
        select: { id: true },
      }),
    );
    const waiting = rows.map(({ id }) => id);
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id; id = waiting.pop()) await this.end(id, owner, actor).catch(unlessGone);
    };
    await Promise.all([work(), work(), work(), work()]);
  }

  /** Tries again where the provider did not answer before. */
  async retryPending(): Promise<void> {
    const [due] = (await this.database.asService((manager) =>
      manager.query(
        `UPDATE auth.connection SET revoke_next_at = clock_timestamp() + interval '2 minutes'
          WHERE id IN (SELECT id FROM auth.connection WHERE status = 'revocation_pending'
            AND revoke_next_at < clock_timestamp() ORDER BY revoke_next_at LIMIT 20 FOR UPDATE SKIP LOCKED) RETURNING id`,
      ),
    )) as [{ id: string }[], number];
    for (const { id } of due) {
      const row = await this.database.asService((manager) => manager.getRepository(Connection).findOneBy({ id }));
      if (row?.status === 'revocation_pending')
        await this.settle(row, { hubId: row.hubId, memberId: row.memberId, actor: 'service:auth' });
    }
  }

  private async end(id: string, owner: { hubId: string; memberId: string }, actor: Actor): Promise<DisconnectReceipt> {
    const row = await this.changes.commit(async (manager) => {
      const found = await manager
        .getRepository(Connection)
        .findOne({ where: { id, ...owner }, lock: { mode: 'pessimistic_write' } });
      if (!found || found.status === 'disconnected') throw new HubError('connection_unknown');
      await manager.query(
        `UPDATE auth.connection SET status = 'revocation_pending', status_reason = $2, updated_at = clock_timestamp(),
          revoke_next_at = clock_timestamp() + interval '2 minutes' WHERE id = $1`,
        [id, 'The access is being ended at the provider.'],
      );
      await passOnDefaults(manager, owner, id);
      await closeNotices(manager, id);
      await addToTimeline(manager, found, 'disconnecting');
      await this.changes.connection(manager, found, 'disconnected', actor.traceId ?? '');
      await appendAudit(manager, actor, {
        event: 'connection.disconnecting',
        outcome: 'ok',
        subject: id,
        details: { provider: found.provider },
      });
      return found;
    });
    return this.settle(row, actor);
  }

  /** Asks the provider, then either destroys what is stored or notes when to ask again. */
  private async settle(row: Connection, actor: Actor): Promise<DisconnectReceipt> {
    const asked = await this.revoke(row);
    const revoked = asked === 'failed' && row.revokeAttempts + 1 >= mostAttempts ? 'given_up' : asked;
    const now = this.clock.now();
    const first = revokeStep(revoked, row, this.catalog.known(row.provider), now);
    const pending = revoked === 'failed';
    const receipt = pending ? [first] : [first, ...endSteps(now)];
    await this.changes.commit(async (manager) => {
      if (pending) await this.postpone(manager, row, receipt);
      else await this.forget(manager, row, receipt);
      await appendAudit(manager, actor, {
        event: pending ? 'connection.revocation_failed' : 'connection.disconnected',
        outcome: pending || revoked === 'given_up' ? 'failed' : 'ok',
        subject: row.id,
        details: { provider: row.provider, revoked },
      });
      if (!pending) await this.changes.connection(manager, row, 'disconnected', actor.traceId ?? '');
    });
    if (!pending) await this.vault.keepShredded([row.id]);
    return receiptOf(row, { status: pending ? 'revocation_pending' : 'disconnected', receipt });
  }

  private async revoke(row: Connection): Promise<Revoked> {
    const declaration = this.catalog.methodOf(row);
    if (!declaration) return 'not_known_here';
    if (declaration.kind !== 'oauth2' && declaration.kind !== 'fragment') return 'is_key';
    try {
      const held = await this.database.asService(async (manager) => ({
        shared: revokesProject(declaration) && (await this.isShared(manager, row)),
        refreshToken: await this.grants.read(manager, row, 'refresh_token'),
        accessToken: await this.grants.read(manager, row, 'access_token'),
      }));
      return held.shared ? 'kept_for_others' : await this.calls.revoke(row, held);
    } catch (error) {
      this.log.warn({ err: error, connectionId: row.id }, 'a grant was not revoked');
      return 'failed';
    }
  }

  /** True where the provider would end other connections of the hub together with this one. */
  private async isShared(manager: EntityManager, row: Connection): Promise<boolean> {
    const others = (await manager.query(
      `SELECT 1 FROM auth.connection WHERE id <> $1 AND provider = $2 AND environment = $3 AND subject = $4
        AND client_id IS NOT DISTINCT FROM $5 AND status IN ('active', 'reconnect_required') LIMIT 1`,
      [row.id, row.provider, row.environment, row.subject, row.clientId],
    )) as unknown[];
    return others.length > 0;
  }

  private async postpone(manager: EntityManager, row: Connection, receipt: Connection['receipt']): Promise<void> {
    await manager.query(
      `UPDATE auth.connection SET status_reason = $2, receipt = $3, revoke_attempts = revoke_attempts + 1,
        revoke_next_at = clock_timestamp() + least(interval '1 minute' * power(2, revoke_attempts), interval '6 hours')
        WHERE id = $1`,
      [row.id, receipt[0]?.detail, JSON.stringify(receipt)],
    );
  }

  private async forget(manager: EntityManager, row: Connection, receipt: Connection['receipt']): Promise<void> {
    await this.vault.shred(manager, row.id);
    for (const table of ['refresh_lease', 'notice'])
      await manager.query(`DELETE FROM auth.${table} WHERE connection_id = $1`, [row.id]);
    await manager.query(
      `UPDATE auth.connection SET status = 'disconnected', status_reason = NULL, receipt = $2, subject = '', email = NULL,
        account_name = NULL, label = provider, settings = '{}', granted_scopes = '{}', features = '{}',
        ended_at = clock_timestamp(), updated_at = clock_timestamp(), revoke_next_at = NULL, picture_at = NULL
        WHERE id = $1`,
      [row.id, JSON.stringify(receipt)],
    );
    // After the row is held, so that no picture arrives behind it.
    await manager.query('DELETE FROM auth.account_picture WHERE connection_id = $1', [row.id]);
    await addToTimeline(manager, row, 'disconnected');
  }
}

const revokesProject = (method: AuthMethod): boolean => method.kind === 'oauth2' && method.revokes === 'project';

/** Somebody else disconnected it in the meantime, which is as good. */
function unlessGone(error: unknown): void {
  if (!(error instanceof HubError && error.code === 'connection_unknown')) throw error;
}
