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

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt!: Date | null;
}
