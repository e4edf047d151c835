import { Injectable } from '@nestjs/common';
import {
  type ConnectionId,
  HubError,
  type importConnections,
  type MustReconnect,
  type ReplyInput,
  type RequestOf,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller } from '@switchboard/nest-kit';
import { Changes } from '../core/changes.ts';
import { Limits } from '../core/limits.ts';
import { BundleContent } from './bundle-content.ts';
import { openBundle } from './bundle-format.ts';
import { bundleLimits } from './bundle-limits.ts';
import { ImportIntake, type Taken } from './import-intake.ts';
import { mustReconnect } from './reconnect-reasons.ts';

type Reply = ReplyInput<typeof importConnections>;

/** Unpacks a bundle into the connections of whoever holds its passphrase. */
@Injectable()
export class ImportService {
  constructor(
    private readonly intake: ImportIntake,
    private readonly changes: Changes,
    private readonly limits: Limits,
  ) {}

  /** @throws HubError `rate_limited`, and `input_invalid` for a wrong passphrase and a damaged file alike. */
  async import({ bundle, passphrase }: RequestOf<typeof importConnections>, caller: Caller): Promise<Reply> {
    await this.limits.take(bundleLimits(caller.claims.memberId));
    const content = await this.open(bundle, passphrase, caller);
    const taken: Taken[] = [];
    for (const bundled of content.connections) taken.push(await this.intake.take(bundled, caller));
    await this.changes.commit((manager) =>
      appendAudit(manager, actorOf(caller), {
        event: 'connections.imported',
        outcome: 'ok',
        details: {
          exportedAt: content.exportedAt,
          imported: taken.filter(({ kind }) => kind === 'imported').length,
          reconnect: taken.filter(({ kind }) => kind === 'reconnect').length,
        },
      }),
    );
    return {
      exportedAt: content.exportedAt,
      imported: named(taken, 'imported'),
      kept: named(taken, 'kept'),
      reconnect: taken.flatMap((one): MustReconnect[] =>
        one.kind === 'reconnect' ? [mustReconnect(one.bundled, one.reason, one.connectionId)] : [],
      ),
    };
  }

  private async open(bundle: string, passphrase: string, caller: Caller): Promise<BundleContent> {
    try {
      const plain = await openBundle(Buffer.from(bundle, 'base64url'), passphrase);
      const content = BundleContent.parse(JSON.parse(plain.toString('utf8')));
      plain.fill(0);
      return content;
    } catch {
      await this.changes.commit((manager) =>
        appendAudit(manager, actorOf(caller), { event: 'connections.import_refused', outcome: 'denied' }),
      );
      const message = 'The passphrase is wrong, or the file is damaged.';
      throw new HubError('input_invalid', message, { errors: [{ path: '/passphrase', message }] });
    }
  }
}

const named = (taken: readonly Taken[], wanted: 'imported' | 'kept'): Reply['imported'] =>
  taken.flatMap((one) =>
    one.kind === wanted
      ? [{ connectionId: one.connectionId as ConnectionId, provider: one.bundled.provider, label: one.bundled.label }]
      : [],
  );
