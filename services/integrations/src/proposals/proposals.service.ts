import {
  createProposal,
  editProposal,
  HubError,
  listProposals,
  type Proposal,
  ProposalId,
  type ReplyOf,
  type RequestOf,
} from '@switchboard/contracts';
import { actorOf, appendAudit, type Caller, Clock, Database, Ids, readCursor, toPage } from '@switchboard/nest-kit';
import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.ts';
import { digestOf } from './digest.ts';
import { PlannerService } from './planner.service.ts';
import { type Plan, ProposalEntity } from './proposal.entity.ts';
import { ProposalRows } from './proposal-rows.ts';
import { toProposal } from './proposal-view.ts';
import { unnamedOf, warningsOf } from './warnings.ts';

const livesMs = 600_000;
/** For a key limited to one connection: no step acts on another. */
const onlyOn = `NOT jsonb_path_exists(proposal.plan, '$.steps[*] ? (@.connectionId != $own)',
  jsonb_build_object('own', cast(:connectionId AS text)))`;

/** Makes, shows and edits cards. Deciding on them is another service's work. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly rows: ProposalRows,
    private readonly planner: PlannerService,
    private readonly catalog: CatalogService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async create(request: RequestOf<typeof createProposal>, caller: Caller): Promise<Proposal> {
    const planned = [];
    for (const step of request.steps) planned.push(await this.planner.plan(step, caller));
    const { claims } = caller;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + livesMs);
    const steps = planned.map(({ step }) => step);
    const id = this.ids.uuid();
    const plan: Plan = {
      format: 1,
      proposalId: id,
      hubId: claims.hubId,
      memberId: claims.memberId,
      sessionId: claims.sessionId ?? null,
      threadId: request.threadId ?? null,
      expiresAt: expiresAt.toISOString(),
      steps,
    };
    const row = Object.assign(new ProposalEntity(), {
      id,
      hubId: claims.hubId,
      memberId: claims.memberId,
      digest: digestOf(plan),
      plan,
      status: 'open',
      card: planned.map(({ card }) => card),
      outcomes: [],
      warnings: [...new Set([...request.warnings, ...warningsOf(steps, now)])],
      tainted: request.tainted,
      unnamed: request.tainted ? unnamedOf(steps, request.named) : [],
      threadId: request.threadId ?? null,
      replaces: request.replaces ?? null,
      replacedBy: null,
      createdAt: now,
      expiresAt,
      decidedAt: null,
    });
    await this.database.forCaller(caller, async (manager) => {
      if (request.replaces) await this.rows.replace(manager, request.replaces, id, caller);
      await manager.insert(ProposalEntity, row as never);
      await this.rows.tell(manager, row, caller.traceId);
      const details = { digest: row.digest, actions: steps.map(({ action }) => action) };
      await appendAudit(manager, actorOf(caller), { event: 'proposal.planned', outcome: 'ok', subject: id, details });
    });
    this.rows.wake();
    return this.view(row);
  }

  async edit({ proposalId, digest, steps }: RequestOf<typeof editProposal>, caller: Caller): Promise<Proposal> {
    const row = await this.rows.find(proposalId, caller);
    if (row.digest !== digest) throw new HubError('proposal_changed');
    this.rows.requireOpen(row);
    if (steps.length !== row.plan.steps.length)
      throw new HubError('input_invalid', 'An edit keeps the number of steps.');
    return this.create(
      {
        steps: row.plan.steps.map((step, at) => ({
          action: step.action,
          connectionId: steps[at]?.connectionId ?? step.connectionId,
          input: steps[at]?.input ?? step.input,
          assumed: [],
        })) as RequestOf<typeof createProposal>['steps'],
        threadId: (row.threadId ?? undefined) as never,
        warnings: [],
        tainted: row.tainted,
        named: [],
        replaces: proposalId,
      },
      caller,
    );
  }

  async list(
    { limit = 50, cursor, threadId, status }: RequestOf<typeof listProposals>,
    caller: Caller,
  ): Promise<ReplyOf<typeof listProposals>> {
    const after = readCursor(cursor, ProposalId);
    const { hubId, memberId, connectionId } = caller.claims;
    const found = await this.database.forCaller(caller, (manager) => {
      const query = manager.createQueryBuilder(ProposalEntity, 'proposal').where({ hubId, memberId });
      if (threadId) query.andWhere({ threadId });
      if (status === 'expired') query.andWhere("proposal.status = 'open' AND proposal.expiresAt <= clock_timestamp()");
      else if (status === 'open') query.andWhere("proposal.status = 'open' AND proposal.expiresAt > clock_timestamp()");
      else if (status) query.andWhere({ status });
      if (after) query.andWhere('proposal.id < :after', { after });
      if (connectionId) query.andWhere(onlyOn, { connectionId });
      return query
        .orderBy('proposal.id', 'DESC')
        .take(limit + 1)
        .getMany();
    });
    const page = toPage(found, limit, ({ id }) => id);
    return { items: page.rows.map((row) => this.view(row)), nextCursor: page.nextCursor };
  }

  async get(proposalId: ProposalId, caller: Caller): Promise<Proposal> {
    return this.view(await this.rows.find(proposalId, caller));
  }

  view(row: ProposalEntity): Proposal {
    return toProposal(row, this.catalog, this.clock.now());
  }
}
