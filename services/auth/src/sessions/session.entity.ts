import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'session', schema: 'auth' })
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  /** SHA-256 of the token in the cookie (G-1). */
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'clock_timestamp()' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'authenticated_at', default: () => 'clock_timestamp()' })
  authenticatedAt!: Date;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;
}
