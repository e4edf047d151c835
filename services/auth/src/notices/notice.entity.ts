import type { NoticeKind } from '@switchboard/contracts';
import type { z } from 'zod';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person was told of a connection; at most one of a kind is open per connection. */
@Entity({ name: 'notice', schema: 'auth' })
export class NoticeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text')
  kind!: z.infer<typeof NoticeKind>;

  @Column('text')
  provider!: string;

  @Column('text')
  label!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column('timestamptz', { name: 'raised_at', default: () => 'clock_timestamp()' })
  raisedAt!: Date;

  @Column('timestamptz', { name: 'dismissed_at', nullable: true })
  dismissedAt!: Date | null;

  /** When it stopped being true: connected again, disconnected, or overtaken by the next notice. */
  @Column('timestamptz', { name: 'over_at', nullable: true })
  overAt!: Date | null;

  /** When somebody took it to send it; that happens once. */
  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column('text', { name: 'told_by', nullable: true })
  toldBy!: 'mail' | 'messages' | null;
}
