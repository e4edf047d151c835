import { Inject, Injectable } from '@nestjs/common';
import { type getConnectionPicture, HubError, type ReplyInput } from '@switchboard/contracts';
import { Egress, EgressError, personAddress } from '@switchboard/egress';
import { type Caller, Database, LOG, type Log } from '@switchboard/nest-kit';
import type { Connection } from '../connections/connection.entity.ts';
import { ConnectionsService } from '../connections/connections.service.ts';
import { Changes } from '../core/changes.ts';
import { AccountPicture } from './account-picture.entity.ts';
import { type PictureType, pictureType } from './picture-type.ts';

const limits = Object.freeze({ totalMs: 10_000, bodyBytes: 262_144 });
/** Fetched at the same time by one process; who comes beyond that has initials until the next reconnect. */
const mostAtOnce = 16;

type Pictured = Pick<Connection, 'id' | 'hubId' | 'memberId' | 'provider' | 'environment'>;

/** Fetches the pictures of accounts without any credential, and keeps them for their person alone. */
@Injectable()
export class PicturesService {
  private fetching = 0;

  constructor(
    private readonly egress: Egress,
    private readonly connections: ConnectionsService,
    private readonly database: Database,
    private readonly changes: Changes,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** In the background: a connection stands without its picture. @param address as the provider told it; none takes the picture away. */
  follow(connection: Pictured, address: string | undefined, traceId: string): void {
    if (this.fetching >= mostAtOnce) return;
    this.fetching++;
    void this.take(connection, address, traceId)
      .catch((error: unknown) => {
        const why = error instanceof EgressError ? error.kind : 'internal';
        this.log.info({ connectionId: connection.id, why }, 'the picture of an account was not fetched');
      })
      .finally(() => this.fetching--);
  }

  /** @throws HubError `connection_unknown`, `not_found`. */
  async read(id: string, caller: Caller): Promise<ReplyInput<typeof getConnectionPicture>> {
    return this.database.forCaller(caller, async (manager) => {
      const { hubId, memberId } = await this.connections.own(manager, id, caller);
      const row = await manager.getRepository(AccountPicture).findOneBy({ connectionId: id, hubId, memberId });
      if (!row) throw new HubError('not_found', 'This account has no picture.');
      return { mediaType: row.mediaType, content: row.content.toString('base64') };
    });
  }

  private async take(connection: Pictured, address: string | undefined, traceId: string): Promise<void> {
    const { id: connectionId, hubId, memberId } = connection;
    const picture = address === undefined ? undefined : await this.fetch(connection, address);
    await this.changes.commit(async (manager) => {
      // The row is held first: a connection that is being disconnected gets no picture after it was forgotten.
      const [, held] = (await manager.query(
        `UPDATE auth.connection SET picture_at = CASE WHEN $2 THEN clock_timestamp() END
          WHERE id = $1 AND status IN ('active', 'reconnect_required') AND ($2 OR picture_at IS NOT NULL)`,
        [connectionId, picture !== undefined],
      )) as [unknown, number];
      if (held === 0) return;
      const pictures = manager.getRepository(AccountPicture);
      if (picture) await pictures.upsert({ connectionId, hubId, memberId, ...picture }, ['connectionId']);
      else await pictures.delete({ connectionId });
      await this.changes.connection(manager, connection, 'changed', traceId);
    });
  }

  /** @throws EgressError for an address that is not public, and where nothing of use comes in time. */
  private async fetch(
    { id, provider, environment }: Pictured,
    address: string,
  ): Promise<{ mediaType: PictureType; content: Buffer }> {
    const url = environment === 'live' ? personAddress(address) : new URL(address);
    const answer = await this.egress.request({
      provider: { id: `${provider}.picture`, hosts: [url.origin], personAddress: true },
      environment,
      account: id,
      url,
      method: 'GET',
      headers: { accept: 'image/png, image/jpeg, image/webp, image/gif' },
      limits,
    });
    const content = Buffer.from(answer.bytes());
    const mediaType = pictureType(content);
    if (!answer.ok || !mediaType) throw new EgressError('bad_answer', `${url.host} answers no picture.`);
    return { mediaType, content };
  }
}
