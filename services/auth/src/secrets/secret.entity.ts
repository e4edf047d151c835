import type { SecretCheck } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A third-party key: what may be shown of it; its value is an envelope. */
@Entity({ name: 'secret', schema: 'auth' })
export class StoredSecret {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  name!: string;

  /** The provider it is a key of, with the method and its settings. */
  @Column('text', { nullable: true })
  provider!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('jsonb', { default: {} })
  settings!: Record<string, string>;

  /** Whose account it opens, as the last check that worked was told. */
  @Column('text', { nullable: true })
  account!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('text', { name: 'check_result', nullable: true })
  checkResult!: SecretCheck['result'] | null;

  @Column('text', { name: 'check_message', nullable: true })
  checkMessage!: string | null;

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt!: Date | null;
}
