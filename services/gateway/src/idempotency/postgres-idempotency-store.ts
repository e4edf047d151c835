import type { CallerClaims } from '@switchboard/contracts';
import { Database } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { type Begun, IdempotencyStore, type KeptAnswer, type Keyed } from './idempotency-store.ts';

interface Row {
  fingerprint: string;
  state: 'running' | 'done' | 'secret';
  stale: boolean;
  status: number | null;
  content_type: string | null;
  body: string | null;
}

const atOnce = 5_000;
const mostRounds = 100;
const where = `"hub_id" = $1 AND "member_id" = $2 AND "caller" = $3 AND "key" = $4`;
const identityOf = ({ claims, key }: Keyed): unknown[] => [claims.hubId, claims.memberId, callerOf(claims), key];
const callerOf = ({ via, apiKeyId, sessionId }: CallerClaims): string =>
  apiKeyId ? `key:${apiKeyId}` : `${via}:${sessionId ?? ''}`;

/** Rows of the member in the schema `gateway`; the first insert wins, by the database's clock. */
@Injectable()
export class PostgresIdempotencyStore extends IdempotencyStore {
  constructor(private readonly database: Database) {
    super();
  }

  override begin(keyed: Keyed): Promise<Begun> {
    return this.database.forMember(keyed.claims, async (manager) => {
      const identity = identityOf(keyed);
      await manager.query(
        `DELETE FROM "gateway"."idempotency" WHERE ${where} AND "created_at" < clock_timestamp() - interval '24 hours'`,
        identity,
      );
      const inserted = (await manager.query(
        `INSERT INTO "gateway"."idempotency" ("hub_id", "member_id", "caller", "key", "fingerprint")
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING "key"`,
        [...identity, keyed.fingerprint],
      )) as unknown[];
      if (inserted.length > 0) return 'begun';
      const rows = (await manager.query(
        `SELECT "fingerprint", "state", "status", "content_type", "body",
                "created_at" < clock_timestamp() - interval '2 minutes' AS "stale"
           FROM "gateway"."idempotency" WHERE ${where}`,
        identity,
      )) as Row[];
      return rows[0] ? judge(rows[0], keyed) : 'running';
    });
  }

  override finish(keyed: Keyed, answer: KeptAnswer | undefined): Promise<void> {
    return this.database.forMember(keyed.claims, async (manager) => {
      await manager.query(
        `UPDATE "gateway"."idempotency" SET "state" = $5, "status" = $6, "content_type" = $7, "body" = $8 WHERE ${where}`,
        [...identityOf(keyed), answer ? 'done' : 'secret', answer?.status, answer?.contentType, answer?.body],
      );
    });
  }

  override release(keyed: Keyed): Promise<void> {
    return this.database.forMember(keyed.claims, async (manager) => {
      await manager.query(`DELETE FROM "gateway"."idempotency" WHERE ${where}`, identityOf(keyed));
    });
  }

  override async expire(): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      const [, count] = await this.database.asService(
        (manager) =>
          manager.query(
            `DELETE FROM "gateway"."idempotency" WHERE ctid IN (SELECT ctid FROM "gateway"."idempotency"
              WHERE "created_at" < clock_timestamp() - interval '24 hours' LIMIT ${atOnce})`,
          ) as Promise<[unknown, number]>,
      );
      if (count < atOnce) return;
    }
  }
}

function judge({ fingerprint, state, stale, status, content_type, body }: Row, keyed: Keyed): Begun {
  if (fingerprint !== keyed.fingerprint) return 'mismatch';
  if (state === 'secret') return 'secret';
  if (state === 'running') return stale ? 'stale' : 'running';
  return { status: status ?? 200, contentType: content_type ?? 'application/json', body: body ?? '' };
}
