import { hourSeconds } from './half-day.ts';
import type { Match, Reader } from './reader.ts';
import type { TimeValue } from './values.ts';

const fixed: readonly (readonly [string, number])[] = [
  ['12 noon', 12],
  ['noon', 12],
  ['noonish', 12],
  ['noontime', 12],
  ['high noon', 12],
  ['12 midnight', 0],
  ['twelve midnight', 0],
  ['midnight', 0],
  ['mid - night', 0],
  ['mid night', 0],
  ['midmorning', 10],
  ['mid - morning', 10],
  ['mid morning', 10],
  ['midafternoon', 14],
  ['mid - afternoon', 14],
  ['mid afternoon', 14],
  ['midday', 12],
  ['mid - day', 12],
  ['mid day', 12],
  ['twelve noon', 12],
  ['close of business', 17],
  ['cob', 17],
];

/** Times that have a name. */
export function fixedTime(reader: Reader, index: number): Match<TimeValue> | undefined {
  let best: Match<TimeValue> | undefined;
  const from = reader.skip(index, 'the');
  for (const [phrase, hours] of fixed) {
    const next = reader.words(from, phrase);
    if (next !== undefined && (!best || next > best.next))
      best = { value: { kind: 'time', seconds: hours * hourSeconds }, next };
  }
  return best;
}
