import type { ConnectionId } from '@switchboard/contracts';
import type { Listed } from './conversation.ts';
import { byOrdinal } from './matching.ts';
import { Ask, type Turn } from './turn.ts';

const mostOptions = 8;
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Those called just so; else those whose name has every word that was said. */
export function calledLike<T>(items: readonly T[], nameOf: (item: T) => string, words: string): T[] {
  const wanted = folded(words);
  const exact = items.filter((item) => folded(nameOf(item)) === wanted);
  if (exact.length > 0 || wanted === '') return exact;
  return items.filter((item) => wanted.split(' ').every((word) => folded(nameOf(item)).includes(word)));
}

/** What was chosen, or what the last answer listed where the words name nothing else. */
export function settledAs(kind: Listed['kind'], { conversation, frame }: Turn): Listed | undefined {
  const { settled, lastResults = [] } = conversation;
  if (settled.target?.kind === kind) return settled.target;
  const results = lastResults.filter((one) => one.kind === kind);
  const { target, ordinal } = frame.slots;
  if (target) return undefined;
  const picked = byOrdinal(results, ordinal?.value);
  return picked.length === 1 ? picked[0] : undefined;
}

/** A question with what it may be; the account that listed them keeps acting. */
export function askWhich(question: string, listed: readonly Listed[], turn: Turn): Ask {
  const options = listed
    .slice(0, mostOptions)
    .map((one) => ({ settles: 'target' as const, label: one.label, listed: one }));
  return new Ask(question, { frame: turn.frame, options });
}

/** The turn at the account that something was listed by. */
export function atAccount(turn: Turn, connectionId: ConnectionId | undefined): Turn {
  if (!connectionId) return turn;
  const settled = { ...turn.conversation.settled, connectionId };
  return { ...turn, conversation: { ...turn.conversation, settled } };
}

/** "No tasks", "1 task", "3 tasks". */
export const counted = (count: number, noun: string): string =>
  `${count === 0 ? 'no' : String(count)} ${noun}${count === 1 ? '' : 's'}`;
