import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'invitation', schema: 'auth' })
export class Invitation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  /** Who invited. */
  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  email!: string;

  @Column('text')
  role!: 'admin' | 'member';

  /** SHA-256 of the token in the link. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
