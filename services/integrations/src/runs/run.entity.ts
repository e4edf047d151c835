import type { Run, WireError } from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One execution of one action. Written before the call of a write, after that of a read. */
@Entity({ name: 'runs', schema: 'integrations' })
export class RunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  provider!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text', { name: 'account_label' })
  accountLabel!: string;

  @Column('text')
  action!: string;

  @Column('text')
  effect!: Run['effect'];

  @Column('text')
  status!: Run['status'];

  @Column('text')
  via!: Run['via'];

  @Column('uuid', { name: 'proposal_id', nullable: true })
  proposalId!: string | null;

  @Column('text', { name: 'trace_id' })
  traceId!: string;

  @Column('jsonb')
  input!: unknown;

  @Column('jsonb', { nullable: true })
  output!: unknown;

  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  error!: WireError | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('double precision', { name: 'duration_ms', nullable: true })
  durationMs!: number | null;
}
