import type {
  ActionRef,
  ConnectionId,
  Environment,
  Proposal,
  ProposalStep,
  RunId,
  WireError,
} from '@switchboard/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step as it will run: everything is resolved, nothing is looked up again by name. */
export interface PlannedStep {
  readonly action: ActionRef;
  readonly actionVersion: number;
  readonly connectionId: ConnectionId;
  readonly environment: Environment;
  /** The provider's stable subject of the account. */
  readonly subject: string;
  readonly input: Record<string, unknown>;
  /** SHA-256 of each staged file, by id. */
  readonly files: Readonly<Record<string, string>>;
  /** Addresses it reaches that its input does not name, as those a reply goes to. */
  readonly recipients?: readonly { readonly email: string; readonly name?: string }[];
}

/** What the digest covers (P-1). Canonical JSON of this is what a person says yes to. */
export interface Plan {
  readonly format: 1;
  readonly proposalId: string;
  readonly hubId: string;
  readonly memberId: string;
  readonly sessionId: string | null;
  readonly threadId: string | null;
  readonly expiresAt: string;
  readonly steps: readonly PlannedStep[];
}

/** What the card shows of a step beside the plan; drawn from it when it was made. */
export type CardStep = Pick<
  ProposalStep,
  'title' | 'effect' | 'provider' | 'account' | 'accountLabel' | 'fields' | 'undo'
>;

export interface Outcome {
  readonly runId?: RunId;
  readonly output?: unknown;
  readonly before?: unknown;
  readonly error?: WireError;
}

@Entity({ name: 'proposals', schema: 'integrations' })
export class ProposalEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'hub_id' })
  hubId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  digest!: string;

  @Column('jsonb')
  plan!: Plan;

  @Column('text')
  status!: Proposal['status'];

  @Column('jsonb')
  card!: readonly CardStep[];

  @Column('jsonb')
  outcomes!: readonly Outcome[];

  @Column('jsonb')
  warnings!: readonly string[];

  @Column('boolean')
  tainted!: boolean;

  @Column('jsonb')
  unnamed!: readonly string[];

  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  @Column('uuid', { nullable: true })
  replaces!: string | null;

  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
