import type { Environment } from '@switchboard/contracts';
import { appendAudit, type Database } from '@switchboard/nest-kit';
import { envelopeKeyId, EnvelopeError, open, seal, Secret } from '@switchboard/vault';
import { type EntityManager, LessThan } from 'typeorm';
import { Envelope } from './envelope.entity.ts';
import type { RingKeeper } from './ring-keeper.ts';
import type { ShredList } from './shred-list.ts';

/** Whose secret it is; read from the row it belongs to, never from the envelope's own. */
export interface EnvelopeOwner {
  readonly id: string;
  readonly hubId: string;
  readonly memberId: string;
  readonly provider: string;
  readonly environment: Environment;
  readonly version: number;
}

export type Purpose = 'access_token' | 'refresh_token' | 'api_key' | 'client_secret' | 'secret' | 'flow';

/** Seals and opens the hub's secrets; the only reader of envelopes (D-2). */
export class Vault {
  constructor(
    private readonly keeper: RingKeeper,
    private readonly shredList: ShredList,
    private readonly database: Database,
  ) {}

  /** Writes or replaces one secret of an owner. */
  async write(manager: EntityManager, owner: EnvelopeOwner, purpose: Purpose, plain: string): Promise<void> {
    const sealed = seal(this.keeper.ring, plain, identityOf(owner, purpose));
    const { id: ownerId, version: credentialVersion, ...rest } = owner;
    await manager.getRepository(Envelope).upsert(
      {
        ownerId,
        credentialVersion,
        ...pick(rest),
        purpose,
        keyId: envelopeKeyId(sealed),
        sealed,
        writtenAt: () => 'clock_timestamp()',
      },
      ['ownerId', 'purpose'],
    );
  }

  /** @returns the secret, or undefined where there is none. @throws EnvelopeError where the row was tampered with (V-2). */
  async read(manager: EntityManager, owner: EnvelopeOwner, purpose: Purpose): Promise<Secret | undefined> {
    const row = await manager.getRepository(Envelope).findOneBy({ ownerId: owner.id, purpose });
    return row ? this.open(row.sealed, owner, purpose) : undefined;
  }

  /** Seals a value that is kept outside the envelope table. */
  seal(owner: EnvelopeOwner, purpose: Purpose, plain: string): Buffer {
    return seal(this.keeper.ring, plain, identityOf(owner, purpose));
  }

  open(sealed: Buffer, owner: EnvelopeOwner, purpose: Purpose): Secret {
    try {
      const plain = open(this.keeper.ring, sealed, identityOf(owner, purpose));
      const secret = new Secret(plain.toString('utf8'));
      plain.fill(0);
      return secret;
    } catch (error) {
      if (error instanceof EnvelopeError) void this.report(owner, purpose);
      throw error;
    }
  }

  /** Destroys what an owner held before this version: it opens nothing any more. */
  async dropOlder(manager: EntityManager, { id, version }: EnvelopeOwner): Promise<void> {
    await manager.getRepository(Envelope).delete({ ownerId: id, credentialVersion: LessThan(version) });
  }

  /** Destroys every secret of an owner. Call {@link keepShredded} after the transaction. */
  shred(manager: EntityManager, ownerId: string): Promise<void> {
    return this.shredList.shred(manager, ownerId);
  }

  keepShredded(ownerIds: readonly string[]): Promise<void> {
    return this.shredList.keep(ownerIds);
  }

  private async report(owner: EnvelopeOwner, purpose: Purpose): Promise<void> {
    await this.database
      .asService((manager) =>
        appendAudit(
          manager,
          { hubId: owner.hubId, memberId: owner.memberId, actor: 'service:auth' },
          { event: 'envelope.refused', outcome: 'denied', subject: owner.id, details: { purpose } },
        ),
      )
      .catch(() => undefined);
  }
}

const pick = ({ hubId, memberId, provider, environment }: Omit<EnvelopeOwner, 'id' | 'version'>) => ({
  hubId,
  memberId,
  provider,
  environment,
});

const identityOf = (owner: EnvelopeOwner, purpose: Purpose) => ({
  hubId: owner.hubId,
  memberId: owner.memberId,
  provider: owner.provider,
  connectionId: owner.id,
  purpose,
  credentialVersion: owner.version,
  environment: owner.environment,
});
