import { type Run, type RunDetail } from '@switchboard/contracts';
import { Redactor } from '@switchboard/egress';
import type { RunEntity } from './run.entity.ts';

const redactor = new Redactor();

/** What the list shows of a run. */
export const toRun = (row: RunEntity): Run =>
  ({
    id: row.id,
    provider: row.provider,
    connectionId: row.connectionId,
    accountLabel: row.accountLabel,
    action: row.action,
    effect: row.effect,
    status: row.status,
    via: row.via,
    proposalId: row.proposalId ?? undefined,
    startedAt: row.startedAt.toISOString(),
    durationMs: row.durationMs ?? undefined,
    errorCode: row.error?.code,
  }) as Run;

/** With request and response, secrets masked. */
export const toRunDetail = (row: RunEntity): RunDetail =>
  ({
    ...toRun(row),
    input: redactor.value(row.input),
    output: row.output === null ? undefined : redactor.value(row.output),
    error: row.error ?? undefined,
    traceId: row.traceId,
  }) as RunDetail;
