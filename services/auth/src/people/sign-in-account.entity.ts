import type { Environment } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An account at a provider that proves who a member is. */
@Entity({ name: 'sign_in_account', schema: 'auth' })
export class SignInAccount {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  provider!: string;

  @Column('text')
  environment!: Environment;

  /** The provider's stable id, never an e-mail address (O-8). */
  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
