import { Injectable } from '@nestjs/common';
import {
  type ApiKey as ApiKeyView,
  type ApiKeyId,
  type ConnectionId,
  type createApiKey,
  HubError,
  type ReplyInput,
  type RequestOf,
  rolePermissions,
} from '@switchboard/contracts';
import { type Actor, actorOf, appendAudit, type Caller, Database, Ids } from '@switchboard/nest-kit';
import type { Role } from '@switchboard/contracts';
import type { EntityManager } from 'typeorm';
import { Connection } from '../connections/connection.entity.ts';
import { Changes } from '../core/changes.ts';
import { timeAfter } from '../core/database-time.ts';
import { ApiKeyFormat } from './api-key-format.ts';
import { ApiKey } from './api-key.entity.ts';

const daySeconds = 86_400;

type Body = RequestOf<typeof createApiKey>;
type NewApiKey = ReplyInput<typeof createApiKey>;

interface Owner {
  readonly hubId: string;
  readonly memberId: string;
  readonly role: Role;
}

/** Keys for programs: shown once, kept as a MAC, never wider than their person (A-6, V-13). */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly format: ApiKeyFormat,
    private readonly ids: Ids,
  ) {}

  async list({ claims }: Caller): Promise<ApiKeyView[]> {
    const { hubId, memberId } = claims;
    const rows = await this.database.forMember(claims, (manager) =>
      manager.getRepository(ApiKey).find({ where: { hubId, memberId }, order: { createdAt: 'DESC' } }),
    );
    return rows.map(apiKeyView);
  }

  /** @throws HubError `connection_unknown`, `input_invalid` for a scope that the person does not have. */
  create(body: Body, caller: Caller): Promise<NewApiKey> {
    return this.createFor(caller.claims, body, actorOf(caller));
  }

  createFor(owner: Owner, body: Body, actor: Actor): Promise<NewApiKey> {
    const { hubId, memberId, role } = owner;
    const tooWide = body.scopes.filter((scope) => !rolePermissions[role].includes(scope));
    if (tooWide.length > 0)
      throw new HubError('input_invalid', undefined, {
        errors: [{ path: '/scopes', message: `Your role does not hold ${tooWide.join(', ')}.` }],
      });
    return this.changes.commit(async (manager) => {
      if (body.connectionId) await this.ownConnection(manager, body.connectionId, owner);
      const id = this.ids.uuid();
      const { key, prefix, mac } = this.format.create(id);
      const expiresAt = await timeAfter(manager, body.expiresInDays * daySeconds);
      const { name, scopes, connectionId = null } = body;
      const rows = manager.getRepository(ApiKey);
      await rows.insert({ id, hubId, memberId, name, scopes, connectionId, prefix, mac, expiresAt });
      await this.audit(manager, actor, 'api_key.created', id, { name, scopes });
      return { ...apiKeyView(await rows.findOneByOrFail({ id })), key };
    });
  }

  /** A new secret under a new id; the old one ends at once. @throws HubError `not_found`. */
  roll(apiKeyId: string, caller: Caller): Promise<NewApiKey> {
    const { hubId, memberId } = caller.claims;
    return this.changes.commitFor(caller, async (manager) => {
      const rows = manager.getRepository(ApiKey);
      const old = await rows.findOne({ where: { id: apiKeyId, hubId, memberId }, lock: { mode: 'pessimistic_write' } });
      if (!old) throw new HubError('not_found', 'There is no such key.');
      const { key, prefix, mac } = this.format.create(old.id);
      const lifeMs = old.expiresAt.getTime() - old.createdAt.getTime();
      const expiresAt = await timeAfter(manager, Math.round(lifeMs / 1_000));
      await rows.update({ id: old.id, hubId, memberId }, { prefix, mac, expiresAt, lastUsedAt: null });
      await this.changes.caller(manager, { apiKeyId: old.id }, caller.traceId);
      await this.audit(manager, actorOf(caller), 'api_key.rolled', old.id, { name: old.name });
      return { ...apiKeyView(await rows.findOneByOrFail({ id: old.id })), key };
    });
  }

  /** @throws HubError `not_found`. */
  async delete(apiKeyId: string, caller: Caller): Promise<void> {
    const { hubId, memberId } = caller.claims;
    await this.changes.commitFor(caller, async (manager) => {
      const rows = manager.getRepository(ApiKey);
      const own = { id: apiKeyId, hubId, memberId };
      const old = await rows.findOne({ where: own, lock: { mode: 'pessimistic_write' } });
      if (!old) throw new HubError('not_found', 'There is no such key.');
      await rows.delete(own);
      await this.changes.caller(manager, { apiKeyId }, caller.traceId);
      await this.audit(manager, actorOf(caller), 'api_key.deleted', apiKeyId, { name: old.name });
    });
  }

  private async ownConnection(manager: EntityManager, id: string, { hubId, memberId }: Owner): Promise<void> {
    const row = await manager.getRepository(Connection).findOneBy({ id, hubId, memberId });
    if (!row || row.status === 'disconnected') throw new HubError('connection_unknown');
  }

  private audit(manager: EntityManager, actor: Actor, event: string, subject: string, details: object): Promise<void> {
    return appendAudit(manager, actor, { event, outcome: 'ok', subject, details: { ...details } });
  }
}

const apiKeyView = (row: ApiKey): ApiKeyView => ({
  id: row.id as ApiKeyId,
  name: row.name,
  scopes: row.scopes,
  ...(row.connectionId && { connectionId: row.connectionId as ConnectionId }),
  prefix: row.prefix,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
});
