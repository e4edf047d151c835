import { Injectable } from '@nestjs/common';
import {
  type Connection as ConnectionView,
  type ConnectionDetail,
  ConnectionId,
  HubError,
  type listConnections,
  type ReplyOf,
  type RequestOf,
  type updateConnection,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Database, readCursor, toPage } from '@switchboard/nest-kit';
import { type EntityManager, In } from 'typeorm';
import { Catalog } from '../core/catalog.ts';
import { Changes } from '../core/changes.ts';
import { changedSettings } from '../methods/editable-settings.ts';
import { connectionDetail, connectionView } from './connection-view.ts';
import { Connection } from './connection.entity.ts';
import { allDefaultsOf, defaultsOf, makeDefault } from './defaults.ts';
import { containedFeatures, featuresToAsk } from './features.ts';
import { Timeline } from './timeline.entity.ts';
import { addToTimeline } from './timelines.ts';

const shown: Connection['status'][] = ['active', 'reconnect_required', 'revocation_pending'];
const timelineShown = 100;
const mostListed = 1_000;

/** A member's connections as they see and arrange them. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly changes: Changes,
  ) {}

  /** A page, the oldest first; without `limit` as many as there are, up to what one message holds. */
  async list(
    { provider, feature, status, limit = mostListed, cursor }: RequestOf<typeof listConnections>,
    caller: Caller,
  ): Promise<ReplyOf<typeof listConnections>> {
    const { hubId, memberId, connectionId } = caller.claims;
    const after = readCursor(cursor, ConnectionId);
    return this.database.forCaller(caller, async (manager) => {
      const found = manager
        .createQueryBuilder(Connection, 'c')
        .where({ hubId, memberId, status: In(status ? [status] : shown) });
      if (provider) found.andWhere({ provider });
      if (connectionId) found.andWhere({ id: connectionId });
      if (feature) found.andWhere(':feature = ANY(c.features)', { feature });
      if (after) found.andWhere('c.id > :after', { after });
      const rows = await found
        .orderBy('c.id')
        .limit(limit + 1)
        .getMany();
      const defaults = await allDefaultsOf(manager, caller.claims);
      const page = toPage(rows, limit, ({ id }) => id);
      const items = page.rows.map((row) =>
        connectionView(row, defaults.get(row.id) ?? [], this.catalog.known(row.provider)),
      );
      return { items, nextCursor: page.nextCursor };
    });
  }

  /** @throws HubError `connection_unknown`, for another's connection just as for none. */
  async get(id: string, caller: Caller): Promise<ConnectionDetail> {
    return this.database.forCaller(caller, async (manager) => {
      const row = await this.own(manager, id, caller, [...shown, 'disconnected']);
      const timeline = await manager.getRepository(Timeline).find({
        where: { connectionId: id, hubId: row.hubId, memberId: row.memberId },
        order: { id: 'DESC' },
        take: timelineShown,
      });
      const provider = this.catalog.known(row.provider);
      const detail = connectionDetail(row, await defaultsOf(manager, caller.claims, id), provider, timeline);
      return row.receipt.length > 0 ? { ...detail, receipt: row.receipt } : detail;
    });
  }

  async view(id: string, caller: Caller): Promise<ConnectionView> {
    return this.database.forCaller(caller, async (manager) => {
      const row = await this.own(manager, id, caller);
      return connectionView(row, await defaultsOf(manager, caller.claims, id), this.catalog.known(row.provider));
    });
  }

  /** Renames, makes it the default for features it has, or changes settings. @throws HubError `connection_unknown`, `input_invalid`. */
  async update(
    { connectionId, label, defaultFor, settings, addFeatures }: RequestOf<typeof updateConnection>,
    caller: Caller,
  ): Promise<ConnectionView> {
    await this.changes.commitFor(caller, async (manager) => {
      const row = await this.own(manager, connectionId, caller);
      const { hubId, memberId } = row;
      if (label !== undefined && label !== row.label) {
        await manager.getRepository(Connection).update({ id: row.id, hubId, memberId }, { label });
        await addToTimeline(manager, row, 'renamed', label);
      }
      if (defaultFor) {
        const without = defaultFor.filter((feature) => !row.features.includes(feature));
        if (without.length > 0) {
          const message = `This account has not granted ${without.join(', ')}.`;
          throw new HubError('input_invalid', message, { errors: [{ path: '/defaultFor', message }] });
        }
        await makeDefault(manager, caller.claims, row.id, defaultFor, { replace: true });
        await addToTimeline(manager, row, 'default_changed', defaultFor.join(', '));
      }
      if (settings) await this.changeSettings(manager, row, settings);
      if (addFeatures) await this.addFeatures(manager, row, addFeatures);
      await this.changes.connection(manager, row, 'changed', caller.traceId);
      await appendAudit(manager, actorOf(caller), {
        event: 'connection.changed',
        outcome: 'ok',
        subject: row.id,
        details: {
          ...(label && { label }),
          ...(defaultFor && { defaultFor }),
          ...(settings && { settings: Object.keys(settings) }),
          ...(addFeatures && { features: addFeatures }),
        },
      });
    });
    return this.view(connectionId, caller);
  }

  private async changeSettings(manager: EntityManager, row: Connection, given: Connection['settings']): Promise<void> {
    const { id, hubId, memberId, provider, method } = row;
    const declaration = this.catalog.methodOf(row);
    if (!declaration) throw new HubError('provider_unknown', undefined, { provider });
    const chosen = { provider: this.catalog.find(provider), method, declaration };
    const settings = changedSettings(chosen, row.settings, given);
    await manager.getRepository(Connection).update({ id, hubId, memberId }, { settings });
    await addToTimeline(manager, row, 'settings_changed', Object.keys(given).join(', '));
  }

  /** More of what a key may be used for. @throws HubError `conflict` where the provider must be asked. */
  private async addFeatures(manager: EntityManager, row: Connection, added: readonly string[]): Promise<void> {
    const { id, hubId, memberId, provider, requestedFeatures } = row;
    const declaration = this.catalog.methodOf(row);
    if (!declaration) throw new HubError('provider_unknown', undefined, { provider });
    if (declaration.kind !== 'apiKey')
      throw new HubError('conflict', 'The provider must be asked for that.', { provider });
    const requested = [...new Set([...requestedFeatures, ...featuresToAsk(declaration, added)])];
    const features = containedFeatures(declaration, requested);
    await manager.getRepository(Connection).update({ id, hubId, memberId }, { requestedFeatures: requested, features });
    await makeDefault(manager, row, id, features, { replace: false });
    await addToTimeline(manager, row, 'features_added', added.join(', '));
  }

  /** The row of the caller's own connection. @throws HubError `connection_unknown`. */
  async own(manager: EntityManager, id: string, { claims }: Caller, among = shown): Promise<Connection> {
    const { hubId, memberId, connectionId } = claims;
    const row =
      connectionId && connectionId !== id
        ? null
        : await manager.getRepository(Connection).findOneBy({ id, hubId, memberId, status: In(among) });
    if (!row) throw new HubError('connection_unknown');
    return row;
  }
}
