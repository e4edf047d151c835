import type { NotifyBy, Role } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'member', schema: 'auth' })
export class Member {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text')
  role!: Role;

  /** PHC string of argon2id; null for a person who signs in through a provider only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone!: string;

  @Column('text', { nullable: true })
  picture!: string | null;

  /** Where notices go beside the dashboard. */
  @Column('text', { name: 'notify_by', default: 'dashboard' })
  notifyBy!: NotifyBy;

  @Column('timestamptz', { name: 'joined_at', default: () => 'clock_timestamp()' })
  joinedAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt!: Date | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
