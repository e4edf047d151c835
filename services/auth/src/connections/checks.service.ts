import { Injectable } from '@nestjs/common';
import {
  type Connection as ConnectionView,
  HubError,
  type ReplyInput,
  type testConnection,
} from '@switchboard/contracts';
import { EgressError } from '@switchboard/egress';
import { actorOf, appendAudit, type Caller, Clock, Database } from '@switchboard/nest-kit';
import { type Identity, OAuthError } from '@switchboard/oauth';
import { createHash } from 'node:crypto';
import { Catalog } from '../core/catalog.ts';
import { unanswered } from '../core/unanswered.ts';
import { type Access, AccessService } from '../credentials/access.service.ts';
import { isEndless } from '../credentials/endless.ts';
import { TokenCalls } from '../credentials/token-calls.ts';
import { ConnectionsService } from './connections.service.ts';
import { KeyIdentity } from './key-identity.ts';
import { addToTimeline } from './timelines.ts';

/** Checks that a person asks for: is it alive, renew it now. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly catalog: Catalog,
    private readonly access: AccessService,
    private readonly calls: TokenCalls,
    private readonly keys: KeyIdentity,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Reads the account with the stored credential. @throws HubError with a code listed in `testConnection.errors`. */
  async test(id: string, caller: Caller): Promise<ReplyInput<typeof testConnection>> {
    const before = await this.connections.view(id, caller);
    const { hubId, memberId } = caller.claims;
    const access = await this.access.get(id, { hubId, memberId }, { traceId: caller.traceId }).catch(asRejected);
    const identity = await this.identify(access).catch(async (error: unknown) => {
      if (!isRefusal(error) || access.kind === 'apiKey') throw asHubError(error, access);
      const rejected = createHash('sha256').update(access.secret.reveal()).digest('base64url');
      const renewed = await this.access
        .get(id, { hubId, memberId }, { traceId: caller.traceId, rejected })
        .catch(asRejected);
      return this.identify(renewed).catch((again: unknown) => {
        throw asHubError(again, renewed);
      });
    });
    const ok = identity.subject === before.account.subject;
    await this.database.forCaller(caller, async (manager) => {
      await addToTimeline(manager, { id, hubId, memberId }, 'tested', ok ? 'It works.' : 'Another account answered.');
      await appendAudit(manager, actorOf(caller), {
        event: 'connection.tested',
        outcome: ok ? 'ok' : 'failed',
        subject: id,
      });
    });
    const name = before.account.email ?? before.account.name ?? before.label;
    const message = ok ? `It works: ${name} answered.` : 'Another account answered than the one connected here.';
    return { ok, account: before.account, checkedAt: this.clock.now().toISOString(), message };
  }

  /** Renews at once. @throws HubError with a code listed in `refreshConnection.errors`. */
  async refresh(id: string, caller: Caller): Promise<ConnectionView> {
    const row = await this.database.forCaller(caller, (manager) => this.connections.own(manager, id, caller));
    const { provider, renewable } = row;
    const { traceId, claims } = caller;
    if (!renewable && isEndless(row, this.catalog.methodOf(row)))
      throw new HubError('conflict', 'This access does not run out, so there is nothing to renew.');
    try {
      const { kind } = await this.access.get(id, claims, { traceId, renew: true });
      if (kind === 'apiKey') throw new HubError('conflict', 'A key does not run out, so there is nothing to renew.');
    } catch (error) {
      if (error instanceof HubError && error.code === 'provider_misconfigured')
        throw new HubError('conflict', error.message, { ...error.details, provider });
      throw error;
    }
    return this.connections.view(id, caller);
  }

  private identify({ connection, kind, secret }: Access): Promise<Identity> {
    return kind === 'apiKey' ? this.keys.readOf(connection, secret) : this.calls.identity(connection, secret);
  }
}

/** A client the provider does not know is, to whoever tests an account, a provider that refuses. */
function asRejected(error: unknown): never {
  if (error instanceof HubError && error.code === 'provider_misconfigured')
    throw new HubError('provider_rejected', error.message, error.details);
  throw error;
}

const isRefusal = (error: unknown): boolean => error instanceof OAuthError && error.code !== 'invalid_answer';

function asHubError(error: unknown, { connection }: Access): HubError {
  const details = { connectionId: connection.id, provider: connection.provider };
  if (error instanceof HubError) return error;
  if (error instanceof EgressError) return unanswered(error, details);
  if (error instanceof OAuthError)
    return new HubError('provider_rejected', undefined, { ...details, reason: error.description ?? error.message });
  throw error;
}
