import { Inject, Injectable } from '@nestjs/common';
import {
  HubError,
  type issueCredential,
  issuedCredentialContext,
  type IssuedCredential,
  type ReplyInput,
  type RequestOf,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Clock, Database, LOG, type Log } from '@switchboard/nest-kit';
import { sealTo } from '@switchboard/vault';
import { connectionView } from '../connections/connection-view.ts';
import { missingFeatures } from '../connections/features.ts';
import { AuditBatch } from '../core/audit-batch.ts';
import { Catalog } from '../core/catalog.ts';
import { AccessService } from './access.service.ts';

/** Distinct connections that one caller may be issued credentials of in a minute (V-10). */
export const distinctPerMinute = 300;
const minuteMs = 60_000;

/** Gives one short-lived credential of one connection, sealed to the asker's one-time key (V-10). */
@Injectable()
export class IssueService {
  private readonly seen = new Map<string, Map<string, number>>();

  constructor(
    private readonly access: AccessService,
    private readonly catalog: Catalog,
    private readonly database: Database,
    private readonly batch: AuditBatch,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws HubError with a code listed in `issueCredential.errors`. */
  async issue(
    { connectionId, needs, publicKey, purpose, runId, rejected }: RequestOf<typeof issueCredential>,
    caller: Caller,
  ): Promise<ReplyInput<typeof issueCredential>> {
    const { claims, traceId } = caller;
    if (claims.connectionId && claims.connectionId !== connectionId) throw new HubError('connection_unknown');
    await this.refuseSweep(connectionId, caller);
    const access = await this.access.get(connectionId, claims, { traceId, ...(rejected && { rejected }) });
    const { connection, kind, secret, expiresAt, defaultFor } = access;
    const missing = missingFeatures(needs, connection.features);
    if (missing.length > 0)
      throw new HubError('scope_missing', undefined, {
        missingFeatures: missing,
        connectionId,
        provider: connection.provider,
      });
    const credential: IssuedCredential = { [kind]: secret.reveal() };
    this.batch.touch('connection', connectionId);
    this.batch.add(actorOf(caller), {
      event: 'credential.issued',
      outcome: 'ok',
      subject: connectionId,
      details: { to: 'integrations', purpose, ...(runId && { runId }) },
    });
    return {
      connection: connectionView(connection, defaultFor, this.catalog.known(connection.provider)),
      sealed: sealTo(publicKey, JSON.stringify(credential), issuedCredentialContext(connectionId)),
      expiresAt: expiresAt.toISOString(),
      version: connection.credentialVersion,
      ...(connection.clientId !== null && { clientId: connection.clientId }),
    };
  }

  /** Nobody needs hundreds of accounts in a minute but somebody who takes them all. @throws HubError `rate_limited`. */
  private async refuseSweep(connectionId: string, caller: Caller): Promise<void> {
    const now = this.clock.monotonicMs();
    const who = caller.claims.memberId;
    const recent = this.seen.get(who) ?? new Map<string, number>();
    for (const [id, at] of recent) if (at < now - minuteMs) recent.delete(id);
    if (!recent.has(connectionId) && recent.size >= distinctPerMinute) {
      this.log.error({ memberId: who }, 'somebody asks for the credentials of very many connections');
      await this.database.asService((manager) =>
        appendAudit(manager, actorOf(caller), {
          event: 'credential.sweep_refused',
          outcome: 'denied',
          subject: connectionId,
          details: { distinct: recent.size },
        }),
      );
      throw new HubError('rate_limited', undefined, { retryAfterSeconds: 60 });
    }
    recent.delete(connectionId);
    this.seen.set(who, recent.set(connectionId, now));
  }
}
