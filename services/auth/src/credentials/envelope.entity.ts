import type { Environment } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sealed value with the identity it is bound to; opened by the vault only (V-2). */
@Entity({ name: 'envelope', schema: 'auth' })
export class Envelope {
  /** The connection, secret, provider client or flow it belongs to. */
  @PrimaryColumn('uuid', { name: 'owner_id' })
  ownerId!: string;

  @PrimaryColumn('text')
  purpose!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  provider!: string;

  @Column('text')
  environment!: Environment;

  @Column('integer', { name: 'credential_version' })
  credentialVersion!: number;

  @Column('text', { name: 'key_id' })
  keyId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'written_at', default: () => 'clock_timestamp()' })
  writtenAt!: Date;
}
