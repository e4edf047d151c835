import type { TimelineEntry } from '@switchboard/contracts';
import type { z } from 'zod';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ name: 'timeline', schema: 'auth' })
export class Timeline {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text')
  kind!: z.infer<typeof TimelineEntry>['kind'];

  @Column('text', { nullable: true })
  detail!: string | null;
}
