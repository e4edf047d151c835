import * as c from '@switchboard/contracts';
import { id, at } from './base.ts';
import { connection } from './connections.ts';

export const runs: c.Run[] = (['succeeded', 'failed', 'outcome_unknown'] as const).map((status, index) => ({
  id: c.RunId.parse(id(50 + index)),
  provider: 'google',
  connectionId: connection.id,
  accountLabel: connection.label,
  action: 'google.create_event',
  effect: 'write',
  status,
  via: 'proposal',
  startedAt: at(-index * 60 - 2),
  durationMs: 120 + index,
}));
export const runDetail = (runId: string): c.RunDetail => ({
  ...(runs.find((run) => run.id === runId) ?? (runs[0] as c.Run)),
  input: { title: 'Lunch with Priya', token: '[secret]' },
  output: { id: 'e1' },
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
});
