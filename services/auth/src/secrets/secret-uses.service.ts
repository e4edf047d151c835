import { Injectable } from '@nestjs/common';
import { HubError, type listSecretUses, type ReplyInput, type RequestOf, type SecretUse } from '@switchboard/contracts';
import { type Caller, Database } from '@switchboard/nest-kit';
import type { z } from 'zod';
import { StoredSecret } from './secret.entity.ts';

interface Row {
  sequence: string;
  at: Date;
  actor: string;
  connection_id: string;
  label: string;
  purpose: string | null;
  run_id: string | null;
  key_name: string | null;
}

/** Who used a secret when: from the audit of every key that was given out for a connection made with it. */
@Injectable()
export class SecretUses {
  constructor(private readonly database: Database) {}

  /** @throws HubError `not_found`, `input_invalid`. */
  async list(
    { secretId, limit = 50, cursor }: RequestOf<typeof listSecretUses>,
    { claims }: Caller,
  ): Promise<ReplyInput<typeof listSecretUses>> {
    const { hubId, memberId } = claims;
    const before = readCursor(cursor);
    const rows = await this.database.asService(async (manager) => {
      if (!(await manager.getRepository(StoredSecret).existsBy({ id: secretId, hubId, memberId }))) return undefined;
      return (await manager.query(
        `SELECT e.sequence, e.at, e.actor, c.id AS connection_id, c.label, e.details->>'purpose' AS purpose,
            e.details->>'runId' AS run_id, k.name AS key_name
          FROM auth.connection c
          JOIN LATERAL (SELECT * FROM audit.entry WHERE hub_id = $1 AND subject = c.id::text
            AND event = 'credential.issued' AND sequence < $4 ORDER BY sequence DESC LIMIT $5) e ON true
          LEFT JOIN auth.api_key k ON e.actor = 'api_key:' || k.id
          WHERE c.secret_id = $3 AND c.hub_id = $1 AND c.member_id = $2 ORDER BY e.sequence DESC LIMIT $5`,
        [hubId, memberId, secretId, before, limit + 1],
      )) as Row[];
    });
    if (!rows) throw new HubError('not_found', 'There is no such secret.');
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return {
      items: items.map(useOf),
      ...(more && { nextCursor: Buffer.from(`u${last.sequence}`).toString('base64url') }),
    };
  }
}

const useOf = (row: Row): z.input<typeof SecretUse> => ({
  at: row.at.toISOString(),
  connectionId: row.connection_id,
  label: row.label,
  via: row.actor.startsWith('api_key:') ? 'api_key' : row.actor.startsWith('session:') ? 'session' : 'service',
  ...(row.key_name && { apiKeyName: row.key_name }),
  purpose: row.purpose ?? 'action',
  ...(row.run_id && { runId: row.run_id }),
});

function readCursor(cursor: string | undefined): string {
  if (cursor === undefined) return String(Number.MAX_SAFE_INTEGER);
  const match = /^u(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match?.[1]) return match[1];
  throw new HubError('input_invalid', undefined, {
    errors: [{ path: '/cursor', message: 'Not a cursor of this list.' }],
  });
}
