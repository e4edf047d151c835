import { z } from 'zod';
import { Account } from './connections.ts';
import { WireError } from './error.ts';
import { ActionRef, ConnectionId, Instant, ProposalId, ProviderId, RunId, ThreadId } from './ids.ts';

export const ProposalStatus = z.enum([
  'open',
  'running',
  'succeeded',
  'failed',
  'outcome_unknown',
  'rejected',
  'expired',
  'undoing',
  'undone',
]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** One line of the card, drawn from the plan; `path` is the JSON pointer into the step's input that an edit changes. */
export const CardField = z.object({
  path: z.string(),
  label: z.string(),
  /** What a person reads; hidden and bidi characters are shown as escapes. */
  value: z.string(),
  kind: z.enum(['text', 'long_text', 'time', 'people', 'choice', 'flag', 'files', 'recurrence', 'number']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** The value before, for changes. */
  before: z.string().optional(),
  /** True for what the person did not say and the hub filled in. */
  assumed: z.boolean().optional(),
});
export type CardField = z.infer<typeof CardField>;

export const ProposalStep = z.object({
  action: ActionRef,
  actionVersion: z.int(),
  title: z.string(),
  effect: z.enum(['write', 'send', 'destroy']),
  connectionId: ConnectionId,
  provider: ProviderId,
  account: Account,
  accountLabel: z.string(),
  input: z.json(),
  /** JSON Schema of the input, for the edit form. */
  inputSchema: z.json(),
  fields: z.array(CardField),
  undo: z.boolean(),
  runId: RunId.optional(),
  output: z.json().optional(),
  error: WireError.optional(),
});
export type ProposalStep = z.infer<typeof ProposalStep>;

export const Proposal = z.object({
  id: ProposalId,
  /** SHA-256 of the plan in canonical JSON (RFC 8785); confirming names it. */
  digest: z.string().length(64),
  status: ProposalStatus,
  steps: z.array(ProposalStep).min(1).max(10),
  /** Plain sentences the person should see before saying yes: past date, conflict, people outside. */
  warnings: z.array(z.string()),
  /** True where outside content was read in the turn (P-5). */
  tainted: z.boolean(),
  /** Addresses and hosts the person did not name. */
  unnamed: z.array(z.string()),
  threadId: ThreadId.optional(),
  createdAt: Instant,
  expiresAt: Instant,
  decidedAt: Instant.optional(),
  /** The proposal an edit replaced, and the one that replaced this. */
  replaces: ProposalId.optional(),
  replacedBy: ProposalId.optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** One planned step: a concrete action, or a capability that the default account's action fulfils. */
export const PlanStep = z.object({
  connectionId: ConnectionId.optional(),
  action: ActionRef.optional(),
  capability: z.string().max(64).optional(),
  input: z.json(),
  /** JSON pointers of what the person did not say. */
  assumed: z.array(z.string().max(256)).default([]),
});
