import type { Proposal } from '@switchboard/contracts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import type { ProposalEntity } from './proposal.entity.ts';

/** A proposal as every surface shows it. */
export function toProposal(row: ProposalEntity, catalog: CatalogService, now: Date): Proposal {
  const expired = row.status === 'open' && row.expiresAt <= now;
  return {
    id: row.id,
    digest: row.digest,
    status: expired ? 'expired' : row.status,
    steps: row.plan.steps.map((step, at) => {
      const { before: _, ...outcome } = row.outcomes[at] ?? {};
      const inputSchema = catalog.inputSchema(catalog.find(step.action));
      return {
        ...row.card[at],
        ...outcome,
        action: step.action,
        actionVersion: step.actionVersion,
        connectionId: step.connectionId,
        input: step.input,
        inputSchema,
      };
    }),
    warnings: [...row.warnings],
    tainted: row.tainted,
    unnamed: [...row.unnamed],
    threadId: row.threadId ?? undefined,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString(),
    replaces: row.replaces ?? undefined,
    replacedBy: row.replacedBy ?? undefined,
  } as unknown as Proposal;
}
