import { EventTime } from '@switchboard/contracts';
import type { PlannedStep } from './proposal.entity.ts';

/** What a person should know before saying yes, read from the plan. */
export function warningsOf(steps: readonly PlannedStep[], now: Date): string[] {
  return steps.flatMap(({ input }) => (isPast(input.start, now) ? ['This lies in the past.'] : []));
}

function isPast(value: unknown, now: Date): boolean {
  const time = EventTime.safeParse(value);
  if (!time.success) return false;
  return 'date' in time.data
    ? time.data.date < now.toISOString().slice(0, 10)
    : Date.parse(time.data.dateTime) < now.getTime();
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Addresses in the plan that the person did not write (P-5). */
export function unnamedOf(steps: readonly PlannedStep[], named: readonly string[]): string[] {
  const own = new Set(named.map((one) => one.toLowerCase()));
  const found = new Set<string>();
  for (const { input, recipients } of steps)
    for (const one of JSON.stringify({ ...input, text: '', html: '', description: '', recipients }).match(address) ??
      [])
      if (!own.has(one.toLowerCase())) found.add(one);
  return [...found].slice(0, 50);
}
