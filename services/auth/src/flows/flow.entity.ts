import type { Environment, ErrorCode, FlowPurpose } from '@switchboard/contracts';
import type { z } from 'zod';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person may know of a flow; what must stay secret is in `flow_state`, which one callback takes away (O-3). */
@Entity({ name: 'flow', schema: 'auth' })
export class Flow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('text')
  purpose!: z.infer<typeof FlowPurpose>;

  @Column('text')
  provider!: string;

  /** The name of the provider's method. */
  @Column('text')
  method!: string;

  @Column('text')
  environment!: Environment;

  @Column('text')
  status!: 'pending' | 'succeeded' | 'failed';

  @Column('text', { array: true })
  features!: string[];

  @Column('jsonb', { default: {} })
  settings!: Record<string, string>;

  @Column('uuid', { name: 'connection_id', nullable: true })
  connectionId!: string | null;

  /** A sign-in that makes the first owner: the set-up code was right when it began. */
  @Column('boolean', { name: 'makes_owner', default: false })
  makesOwner!: boolean;

  @Column('text', { name: 'granted_features', array: true, nullable: true })
  grantedFeatures!: string[] | null;

  @Column('text', { name: 'missing_features', array: true, nullable: true })
  missingFeatures!: string[] | null;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode!: ErrorCode | null;

  @Column('text', { name: 'error_message', nullable: true })
  errorMessage!: string | null;

  @Column('text', { name: 'return_to' })
  returnTo!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
